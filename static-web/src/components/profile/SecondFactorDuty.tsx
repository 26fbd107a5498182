"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { ShieldAlert } from "lucide-react";
import { useI18n } from "@/core/i18n/I18n";

/** Why somebody has been led here: their organization asks administrators for a second factor. */
export function SecondFactorDuty() {
  const { t } = useI18n();
  return (
    <Box
      role="status"
      sx={{
        display: "flex",
        gap: 1.5,
        p: 2,
        border: 1,
        borderColor: "warning.main",
        borderRadius: 1,
        bgcolor: "background.paper",
      }}
    >
      <Box component={ShieldAlert} size={18} aria-hidden sx={{ color: "warning.main", flexShrink: 0, mt: 0.25 }} />
      <Typography variant="body2">{t("profile.duty")}</Typography>
    </Box>
  );
}
