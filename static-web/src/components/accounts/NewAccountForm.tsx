"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState, type FormEvent } from "react";
import { FormProblem } from "@/components/basics/FormProblem";
import { NewPassword } from "@/components/accounts/NewPassword";
import type { NewAccount } from "@/components/accounts/UseJoin";
import { Field } from "@/components/basics/Field";
import { isGood, judgePassword } from "@/core/accounts/PasswordRules";
import { ApiError } from "@/core/api/ApiError";
import { problemText } from "@/core/api/ProblemText";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly email: string;
  readonly onCreate: (account: NewAccount) => Promise<void>;
}

/** Two names and a password: the account of the invited. */
export function NewAccountForm({ email, onCreate }: Props) {
  const { t, language } = useI18n();
  const [first, setFirst] = useState("");
  const [last, setLast] = useState("");
  const [password, setPassword] = useState("");
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const own = [email, first, last];
  const refused = error instanceof ApiError && error.reason.startsWith("password-");
  const good = isGood(judgePassword(password, own));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!first.trim() || !last.trim() || !good) return;
    setBusy(true);
    setError(null);
    try {
      await onCreate({ first_name: first.trim(), last_name: last.trim(), password, language });
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  };

  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: "grid", gap: 2 }}>
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "1fr", sm: "1fr 1fr" }, alignItems: "start" }}>
        <Field
          label={t("accounts.firstName")}
          required
          autoFocus
          autoComplete="given-name"
          value={first}
          onChange={(event) => setFirst(event.target.value)}
          problem={asked && !first.trim() ? t("accounts.firstNameMissing") : null}
        />
        <Field
          label={t("accounts.lastName")}
          required
          autoComplete="family-name"
          value={last}
          onChange={(event) => setLast(event.target.value)}
          problem={asked && !last.trim() ? t("accounts.lastNameMissing") : null}
        />
      </Box>
      <NewPassword
        label={t("signIn.password")}
        value={password}
        own={own}
        onChange={(value) => {
          setPassword(value);
          setError(null);
        }}
        problem={refused ? problemText(error, t) : asked && !good ? t("accounts.rulesUnmet") : null}
      />
      <FormProblem text={error && !refused ? problemText(error, t) : null} />
      <Button type="submit" variant="contained" disabled={busy} aria-busy={busy} sx={{ minHeight: 40 }}>
        {busy ? t("accounts.creating") : t("accounts.create")}
      </Button>
    </Box>
  );
}
