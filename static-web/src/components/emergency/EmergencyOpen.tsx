"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import Link from "next/link";
import { card } from "@/components/emergency/Card";
import type { Emergency } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

/** It is open: the next step. */
export function EmergencyOpen({ emergency }: { emergency: Emergency }) {
  const { t } = useI18n();
  return (
    <Box sx={card} data-testid="emergency-open">
      <Typography variant="body1" sx={{ fontWeight: 600 }}>
        {t("emergency.openTo", { organization: emergency.display_name })}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t("emergency.openText")}
      </Typography>
      <Box>
        <Button variant="contained" component={Link} href="/dashboard">
          {t("emergency.toDashboard")}
        </Button>
      </Box>
    </Box>
  );
}
