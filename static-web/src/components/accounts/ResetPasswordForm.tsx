"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState, type FormEvent } from "react";
import { FormProblem } from "@/components/basics/FormProblem";
import { NewPassword } from "@/components/accounts/NewPassword";
import { isGood, judgePassword } from "@/core/accounts/PasswordRules";
import { ApiError } from "@/core/api/ApiError";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { problemText } from "@/core/api/ProblemText";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly token: string;
  readonly onDone: () => void;
  /** The link has been used, or is too old. */
  readonly onSpent: () => void;
}

export function ResetPasswordForm({ token, onDone, onSpent }: Props) {
  const { t } = useI18n();
  const [password, setPassword] = useState("");
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const refused = error instanceof ApiError && error.status === 422;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!isGood(judgePassword(password, []))) return;
    setBusy(true);
    try {
      await ApiService.instance.post(paths.resetPassword, { token, password }, { anonymous: true });
      onDone();
    } catch (caught) {
      if (caught instanceof ApiError && caught.status === 404) return onSpent();
      setError(caught);
      setBusy(false);
    }
  };

  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: "grid", gap: 2 }}>
      <NewPassword
        autoFocus
        value={password}
        own={[]}
        onChange={(value) => {
          setPassword(value);
          setError(null);
        }}
        problem={
          refused
            ? problemText(error, t)
            : asked && !isGood(judgePassword(password, []))
              ? t("accounts.rulesUnmet")
              : null
        }
      />
      <FormProblem text={error && !refused ? problemText(error, t) : null} />
      <Button type="submit" variant="contained" disabled={busy} aria-busy={busy} sx={{ minHeight: 40 }}>
        {busy ? t("accounts.saving") : t("accounts.changePassword")}
      </Button>
    </Box>
  );
}
