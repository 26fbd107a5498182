"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import Link from "next/link";
import { useState, type FormEvent } from "react";
import { AuthFrame } from "@/components/accounts/AuthFrame";
import { FormProblem } from "@/components/basics/FormProblem";
import { Field } from "@/components/basics/Field";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { problemText } from "@/core/api/ProblemText";
import { useI18n } from "@/core/i18n/I18n";

/** Asks for a link by mail. What follows is the same whether the address is known or not. */
export function ForgotPasswordPage() {
  const { t } = useI18n();
  const [email, setEmail] = useState("");
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!email.trim()) return;
    setBusy(true);
    try {
      await ApiService.instance.post(paths.forgotPassword, { email: email.trim() }, { anonymous: true });
      setSent(true);
    } catch (error) {
      setProblem(problemText(error, t));
    }
    setBusy(false);
  };

  if (sent) return <Sent email={email.trim()} onAgain={() => setSent(false)} />;
  return (
    <AuthFrame title={t("accounts.forgotTitle")} lead={t("accounts.forgotLead")}>
      <Box component="form" method="dialog" noValidate onSubmit={submit} sx={{ display: "grid", gap: 2 }}>
        <Field
          label={t("signIn.email")}
          required
          type="email"
          autoFocus
          autoComplete="username"
          value={email}
          onChange={(event) => {
            setEmail(event.target.value);
            setProblem(null);
          }}
          problem={asked && !email.trim() ? t("signIn.emailMissing") : null}
        />
        <FormProblem text={problem} />
        <Button type="submit" variant="contained" disabled={busy} aria-busy={busy} sx={{ minHeight: 40 }}>
          {busy ? t("accounts.sending") : t("accounts.sendLink")}
        </Button>
        <Button component={Link} href="/auth/signin">
          {t("accounts.backToSignIn")}
        </Button>
      </Box>
    </AuthFrame>
  );
}

function Sent({ email, onAgain }: { email: string; onAgain: () => void }) {
  const { t } = useI18n();
  return (
    <AuthFrame title={t("accounts.sentTitle")}>
      <Typography role="status" sx={{ overflowWrap: "anywhere" }}>
        {t("accounts.sentText", { email })}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t("accounts.sentHelp")}
      </Typography>
      <Button component={Link} href="/auth/signin" variant="contained" sx={{ minHeight: 40 }}>
        {t("accounts.backToSignIn")}
      </Button>
      <Button onClick={onAgain}>{t("accounts.otherAddress")}</Button>
    </AuthFrame>
  );
}
