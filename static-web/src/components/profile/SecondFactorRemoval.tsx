"use client";

import Typography from "@mui/material/Typography";
import { useState } from "react";
import { CodeField } from "@/components/accounts/CodeField";
import { FormProblem } from "@/components/basics/FormProblem";
import { FormDialog } from "@/components/profile/FormDialog";
import { PasswordField } from "@/components/signin/PasswordField";
import { ApiError } from "@/core/api/ApiError";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { problemText } from "@/core/api/ProblemText";
import { useI18n } from "@/core/i18n/I18n";
import { useSubmit } from "@/core/UseSubmit";

interface Props {
  readonly hasPassword: boolean;
  readonly onEnd: () => void;
}

/** Takes the second factor away, from who knows the password and has a code. */
export function SecondFactorRemoval({ hasPassword, onEnd }: Props) {
  const { t } = useI18n();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const { run, busy, error, forget } = useSubmit();
  const reason = error instanceof ApiError ? error.reason : "";
  const aboutCode = reason === "code-wrong" || reason === "no-recovery-left";
  const said = error ? problemText(error, t) : null;
  const type = (set: (value: string) => void) => (value: string) => {
    set(value);
    forget();
  };
  const submit = () =>
    run(async () => {
      await ApiService.instance.post(paths.mySecondFactorRemoval, { password, code: code.trim() });
      onEnd();
    });
  return (
    <FormDialog
      title={t("profile.factorRemove")}
      submit={t("profile.factorRemove")}
      busy={busy || (hasPassword && !password) || !code.trim()}
      danger
      onSubmit={() => void submit()}
      onClose={onEnd}
    >
      <Typography variant="body2" color="textSecondary">
        {t("profile.factorRemoveText")}
      </Typography>
      {hasPassword && (
        <PasswordField
          label={t("profile.currentPassword")}
          autoFocus
          value={password}
          onChange={type(setPassword)}
          problem={reason === "password-wrong" ? said : null}
        />
      )}
      <CodeField value={code} onChange={type(setCode)} problem={aboutCode ? said : null} either />
      <FormProblem text={reason === "password-wrong" || aboutCode ? null : said} />
    </FormDialog>
  );
}
