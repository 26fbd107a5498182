"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import Typography from "@mui/material/Typography";
import { useState, type FormEvent } from "react";
import { Field } from "@/components/basics/Field";
import { PasswordField } from "@/components/signin/PasswordField";
import { useSignIn } from "@/components/signin/UseSignIn";
import { useI18n } from "@/core/i18n/I18n";

/** Email, password, and whether this computer may remember the session. */
export function SignInForm() {
  const { t } = useI18n();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [remember, setRemember] = useState(false);
  const [asked, setAsked] = useState(false);
  const { signIn, busy, problem, forget } = useSignIn();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (email.trim() && password) void signIn({ email: email.trim(), password, remember });
  };

  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: "grid", gap: 2 }}>
      <Field
        label={t("signIn.email")}
        required
        type="email"
        autoFocus
        autoComplete="username"
        value={email}
        onChange={(event) => {
          setEmail(event.target.value);
          forget();
        }}
        problem={asked && !email.trim() ? t("signIn.emailMissing") : null}
      />
      <PasswordField
        value={password}
        onChange={(value) => {
          setPassword(value);
          forget();
        }}
        problem={asked && !password ? t("signIn.passwordMissing") : problem}
      />
      <Box>
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              checked={remember}
              onChange={(event) => setRemember(event.target.checked)}
              sx={{ py: 0.25 }}
              slotProps={{ input: { "aria-describedby": "remember-help" } }}
            />
          }
          label={t("signIn.remember")}
          slotProps={{ typography: { variant: "body2" } }}
        />
        <Typography id="remember-help" variant="caption" color="textSecondary" component="p" sx={{ pl: 3.75 }}>
          {t("signIn.rememberHelp")}
        </Typography>
      </Box>
      <Button type="submit" variant="contained" size="medium" disabled={busy} aria-busy={busy} sx={{ minHeight: 40 }}>
        {busy ? t("signIn.submitting") : t("signIn.submit")}
      </Button>
    </Box>
  );
}
