"use client";

import Typography from "@mui/material/Typography";
import { useState } from "react";
import { FormProblem } from "@/components/basics/FormProblem";
import { NewPassword } from "@/components/accounts/NewPassword";
import { FormDialog } from "@/components/profile/FormDialog";
import { PasswordField } from "@/components/signin/PasswordField";
import { isGood, judgePassword } from "@/core/accounts/PasswordRules";
import { ApiError } from "@/core/api/ApiError";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { problemText } from "@/core/api/ProblemText";
import { useI18n } from "@/core/i18n/I18n";
import { useSubmit } from "@/core/UseSubmit";

interface Props {
  readonly own: readonly string[];
  /** They have none yet, and sign in with Microsoft. */
  readonly first: boolean;
  readonly onEnd: (changed: boolean) => void;
}

/** The present password, where there is one, and the one that follows it. */
export function PasswordDialog({ own, first, onEnd }: Props) {
  const { t } = useI18n();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [asked, setAsked] = useState(false);
  const { run, busy, error, forget } = useSubmit();
  const reason = error instanceof ApiError ? error.reason : "";
  const good = isGood(judgePassword(next, own));
  const said = error ? problemText(error, t) : null;
  const isAbout = { current: reason === "password-wrong", next: /^password-(?!wrong)/.test(reason) };

  const submit = () => {
    setAsked(true);
    if (!(current || first) || !good) return;
    void run(async () => {
      await ApiService.instance.set(paths.myPassword, { current, new: next });
      onEnd(true);
    });
  };

  const title = t(first ? "profile.setPassword" : "profile.changePassword");
  return (
    <FormDialog title={title} submit={title} busy={busy} onSubmit={submit} onClose={() => onEnd(false)}>
      {first ? (
        <Typography variant="body2" color="textSecondary">
          {t("profile.factorFresh")}
        </Typography>
      ) : (
        <PasswordField
          label={t("profile.currentPassword")}
          autoFocus
          value={current}
          onChange={(value) => {
            setCurrent(value);
            forget();
          }}
          problem={isAbout.current ? said : asked && !current ? t("profile.currentMissing") : null}
        />
      )}
      <NewPassword
        autoFocus={first}
        value={next}
        own={own}
        onChange={(value) => {
          setNext(value);
          forget();
        }}
        problem={isAbout.next ? said : asked && !good ? t("accounts.rulesUnmet") : null}
      />
      <FormProblem text={(isAbout.current && !first) || isAbout.next ? null : said} />
    </FormDialog>
  );
}
