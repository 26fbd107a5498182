"use client";

import Typography from "@mui/material/Typography";
import { useState } from "react";
import { CodeField } from "@/components/accounts/CodeField";
import { FormProblem } from "@/components/basics/FormProblem";
import { AuthenticatorSecret } from "@/components/profile/AuthenticatorSecret";
import { FormDialog } from "@/components/profile/FormDialog";
import { RecoveryCodesDialog } from "@/components/profile/RecoveryCodesDialog";
import { PasswordField } from "@/components/signin/PasswordField";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { problemText } from "@/core/api/ProblemText";
import type { RecoveryCodes, SecondFactorSetup as Setup } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import { useSubmit } from "@/core/UseSubmit";

interface Props {
  /** Else having just signed in elsewhere is the proof. */
  readonly hasPassword: boolean;
  readonly onEnd: () => void;
}

/** Three steps: the proof, the app with its first code, and the codes for when it is lost. */
export function SecondFactorSetup({ hasPassword, onEnd }: Props) {
  const { t } = useI18n();
  const [setup, setSetup] = useState<Setup | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [typed, setTyped] = useState("");
  const { run, busy, error, forget } = useSubmit();
  const problem = error ? problemText(error, t) : null;
  const ready = Boolean(typed.trim()) || (!setup && !hasPassword);
  const type = (value: string) => {
    setTyped(value);
    forget();
  };

  const submit = () => {
    if (!ready) return;
    void run(async () => {
      const api = ApiService.instance;
      if (!setup) setSetup(await api.post<Setup>(paths.mySecondFactor, { password: typed }));
      else {
        const shown = await api.post<RecoveryCodes>(paths.mySecondFactorConfirmation, { code: typed.trim() });
        setCodes(shown.recovery_codes);
      }
      setTyped("");
    });
  };

  if (codes) return <RecoveryCodesDialog codes={codes} onEnd={onEnd} />;
  return (
    <FormDialog
      title={t("profile.factorSetUp")}
      submit={t(setup ? "profile.factorConfirm" : "profile.next")}
      busy={busy || !ready}
      onSubmit={submit}
      onClose={onEnd}
    >
      {setup ? (
        <>
          <AuthenticatorSecret setup={setup} />
          <CodeField autoFocus value={typed} onChange={type} problem={problem} />
        </>
      ) : (
        <>
          <Typography variant="body2" color="textSecondary">
            {t(hasPassword ? "profile.factorProve" : "profile.factorFresh")}
          </Typography>
          {hasPassword ? (
            <PasswordField
              autoFocus
              label={t("profile.currentPassword")}
              value={typed}
              onChange={type}
              problem={problem}
            />
          ) : (
            <FormProblem text={problem} />
          )}
        </>
      )}
    </FormDialog>
  );
}
