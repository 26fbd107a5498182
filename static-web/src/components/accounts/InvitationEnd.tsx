"use client";

import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import Link from "next/link";
import { AuthFrame } from "@/components/accounts/AuthFrame";
import { Problem } from "@/components/basics/Problem";
import { ApiError } from "@/core/api/ApiError";
import { useI18n } from "@/core/i18n/I18n";

const GONE = {
  "invitation-expired": ["invitation.expired", "invitation.expiredText"],
  "invitation-accepted": ["invitation.accepted", "invitation.acceptedText"],
  "invitation-revoked": ["invitation.revoked", "invitation.revokedText"],
  "invitation-renewed": ["invitation.renewed", "invitation.renewedText"],
  unknown: ["invitation.unknown", "invitation.unknownText"],
} as const;

/** Why a link opens nothing, and what to do; `error` null: there was no secret in it. */
export function InvitationEnd({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useI18n();
  if (error && !(error instanceof ApiError && [404, 410].includes(error.status))) {
    return (
      <AuthFrame title={t("invitation.title")}>
        <Problem error={error} onRetry={onRetry} />
      </AuthFrame>
    );
  }
  const reason = error instanceof ApiError && error.reason in GONE ? (error.reason as keyof typeof GONE) : "unknown";
  const [title, text] = GONE[reason];
  return (
    <AuthFrame title={t(title)}>
      <Typography role="status">{t(text)}</Typography>
      <Button
        component={Link}
        href="/auth/signin"
        variant={reason === "invitation-accepted" ? "contained" : "outlined"}
        sx={{ minHeight: 40 }}
      >
        {t("signIn.submit")}
      </Button>
    </AuthFrame>
  );
}
