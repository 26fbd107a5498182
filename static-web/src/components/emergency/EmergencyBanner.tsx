"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { ShieldAlert } from "lucide-react";
import { leaveEmergency, useEndEmergency } from "@/components/emergency/UseEndEmergency";
import { useRemaining } from "@/components/emergency/UseRemaining";
import { problemText } from "@/core/api/ProblemText";
import type { Emergency } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

/** Stands above every page while patients' data are open: whose, for how long, and the way out. */
export function EmergencyBanner({ emergency }: { emergency: Emergency }) {
  const { t } = useI18n();
  const { end, busy, error } = useEndEmergency();
  const minutes = useRemaining(emergency.until, leaveEmergency);
  const left = minutes < 1 ? t("emergency.lessThanAMinute") : t("emergency.left", { count: minutes });
  return (
    <Box component="section" aria-label={t("emergency.title")} data-testid="emergency-banner" sx={look}>
      <ShieldAlert size={16} aria-hidden style={{ flexShrink: 0 }} />
      <Box sx={{ flex: 1, minWidth: 0, color: "text.primary" }}>
        <strong>{t("emergency.banner", { organization: emergency.display_name })}</strong>
        <Box component="span" sx={{ fontVariantNumeric: "tabular-nums" }}>
          {" · "}
          {left}
        </Box>
        <Box component="span" sx={{ color: "text.secondary", display: { xs: "none", md: "inline" } }}>
          {" · "}
          {t("emergency.bannerNote")}
        </Box>
        <Box component="span" role="alert" sx={{ color: "error.main" }}>
          {error ? ` ${problemText(error, t)}` : ""}
        </Box>
      </Box>
      <Button variant="outlined" size="small" color="inherit" disabled={busy} onClick={end}>
        {t("emergency.end")}
      </Button>
    </Box>
  );
}

const look = {
  flexShrink: 0,
  minHeight: 40,
  px: 2,
  py: 0.5,
  display: "flex",
  alignItems: "center",
  gap: 1,
  fontSize: 13,
  color: "warning.main",
  bgcolor: "background.paper",
  borderBottom: 2,
  borderColor: "warning.main",
} as const;
