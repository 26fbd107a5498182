"use client";

import Button from "@mui/material/Button";
import Skeleton from "@mui/material/Skeleton";
import Typography from "@mui/material/Typography";
import Link from "next/link";
import { useState } from "react";
import { AuthFrame } from "@/components/accounts/AuthFrame";
import { ResetPasswordForm } from "@/components/accounts/ResetPasswordForm";
import { useFragment } from "@/core/accounts/UseFragment";
import { useI18n } from "@/core/i18n/I18n";

/** The link of the mail: choose another password, once. */
export function ResetPasswordPage() {
  const { t } = useI18n();
  const token = useFragment();
  const [end, setEnd] = useState<"done" | "spent" | null>(null);
  if (token === null) {
    return (
      <AuthFrame title={t("accounts.resetTitle")}>
        <Skeleton height={160} />
      </AuthFrame>
    );
  }
  if (end === "done") {
    return (
      <AuthFrame title={t("accounts.resetDone")}>
        <Typography role="status">{t("accounts.resetDoneText")}</Typography>
        <Button component={Link} href="/auth/signin" variant="contained" sx={{ minHeight: 40 }}>
          {t("signIn.submit")}
        </Button>
      </AuthFrame>
    );
  }
  if (end === "spent" || !token) {
    return (
      <AuthFrame title={t("accounts.spentTitle")}>
        <Typography role="status">{t("accounts.spentText")}</Typography>
        <Button component={Link} href="/auth/forgot-password" variant="contained" sx={{ minHeight: 40 }}>
          {t("accounts.askAgain")}
        </Button>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={t("accounts.resetTitle")} lead={t("accounts.resetLead")}>
      <ResetPasswordForm token={token} onDone={() => setEnd("done")} onSpent={() => setEnd("spent")} />
    </AuthFrame>
  );
}
