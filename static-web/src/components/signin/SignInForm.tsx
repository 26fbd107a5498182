"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState, type FormEvent } from "react";
import { FormProblem } from "@/components/basics/FormProblem";
import { Field } from "@/components/basics/Field";
import { CodeAlternatives } from "@/components/signin/CodeAlternatives";
import { CodeStep } from "@/components/signin/CodeStep";
import { PasswordField } from "@/components/signin/PasswordField";
import { RememberRow } from "@/components/signin/RememberRow";
import { useSignIn } from "@/components/signin/UseSignIn";
import { WaitNote } from "@/components/signin/WaitNote";
import type { Me } from "@/core/api/Types";
import { formatDuration } from "@/core/format/Duration";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  /** Whose account it has to be, where that is known. */
  readonly account?: string;
  readonly submit?: string;
  readonly onSignedIn: (me: Me) => void | Promise<void>;
}

/**
 * Email and password; then, in the same form, the code where the account asks for one.
 * A form of method `dialog` does nothing before the page has come to life, where another would load it anew.
 */
export function SignInForm({ account, submit: label, onSignedIn }: Props) {
  const { t } = useI18n();
  const [email, setEmail] = useState(account ?? "");
  const [password, setPassword] = useState("");
  const [remember, setRemember] = useState(false);
  const [code, setCode] = useState("");
  const [recovery, setRecovery] = useState(false);
  const [asked, setAsked] = useState(false);
  const { signIn, busy, asksCode, trouble, wait, back, forget } = useSignIn(onSignedIn);
  const problemAt = (field: string) => (trouble?.at === field ? trouble.text : null);
  const missing = (value: string, text: string) => (asked && !value.trim() ? text : null);
  const typed = (set: (value: string) => void) => (value: string) => {
    set(value);
    forget();
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(!asksCode);
    if (!email.trim() || !password || wait.left || (asksCode && !code.trim())) return;
    void signIn({ email: email.trim(), password, remember, code: asksCode ? code.trim() : "" }, recovery);
  };

  return (
    <Box component="form" method="dialog" noValidate onSubmit={submit} sx={{ display: "grid", gap: 2 }}>
      {asksCode ? (
        <CodeStep email={email} recovery={recovery} code={code} onCode={typed(setCode)} problem={problemAt("code")} />
      ) : (
        <>
          <Field
            label={t("signIn.email")}
            required
            type="email"
            autoFocus={!account}
            readOnly={Boolean(account)}
            autoComplete="username"
            value={email}
            onChange={(event) => typed(setEmail)(event.target.value)}
            problem={missing(email, t("signIn.emailMissing"))}
          />
          <PasswordField
            value={password}
            autoFocus={Boolean(account)}
            onChange={typed(setPassword)}
            problem={missing(password, t("signIn.passwordMissing")) ?? problemAt("password")}
          />
          <RememberRow remember={remember} onRemember={setRemember} />
        </>
      )}
      <FormProblem text={problemAt("form")} />
      <WaitNote wait={wait} />
      <Button
        type="submit"
        variant="contained"
        size="medium"
        disabled={busy || wait.left > 0}
        aria-busy={busy}
        sx={{ minHeight: 40 }}
      >
        {wait.left > 0
          ? t("signIn.againIn", { time: formatDuration(wait.left, t) })
          : busy
            ? t("signIn.submitting")
            : (label ?? t("signIn.submit"))}
      </Button>
      {asksCode && (
        <CodeAlternatives
          recovery={recovery}
          onRecovery={(chosen) => {
            setRecovery(chosen);
            typed(setCode)("");
          }}
          onBack={back}
        />
      )}
    </Box>
  );
}
