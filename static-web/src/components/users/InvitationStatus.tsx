"use client";

import Box from "@mui/material/Box";
import { Clock, MailWarning, TimerOff } from "lucide-react";
import { LongText } from "@/components/table/LongText";
import type { Invitation } from "@/core/api/Types";
import { formatDay } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";

/** Icon and words: open, expired, or never delivered. */
export function InvitationStatus({ invitation: { status, expires_at } }: { invitation: Invitation }) {
  const { t, language } = useI18n();
  const date = formatDay(expires_at, language);
  const shown = {
    undelivered: { Icon: MailWarning, colour: "error.main", text: t("invitations.undelivered") },
    expired: { Icon: TimerOff, colour: "warning.main", text: t("invitations.expired", { date }) },
    pending: { Icon: Clock, colour: "text.secondary", text: t("invitations.pending", { date }) },
  } as const;
  const { Icon, colour, text } = status === "undelivered" || status === "expired" ? shown[status] : shown.pending;
  return (
    <Box
      title={status === "undelivered" ? t("invitations.undeliveredHelp") : undefined}
      data-status={status}
      sx={{ display: "flex", alignItems: "center", gap: 0.75, minWidth: 0, color: colour }}
    >
      <Icon size={14} aria-hidden style={{ flexShrink: 0 }} />
      <Box sx={{ minWidth: 0 }}>
        <LongText>{text}</LongText>
      </Box>
    </Box>
  );
}
