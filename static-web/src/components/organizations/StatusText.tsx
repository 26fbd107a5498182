"use client";

import Box from "@mui/material/Box";
import { CircleCheck, CirclePause } from "lucide-react";
import type { Organization } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

/** Active or suspended: a sign and the word. */
export function StatusText({ status }: { status: Organization["status"] }) {
  const { t } = useI18n();
  const suspended = status === "suspended";
  const Icon = suspended ? CirclePause : CircleCheck;
  return (
    <Box
      component="span"
      sx={{
        display: "inline-flex",
        verticalAlign: "top",
        gap: 0.75,
        alignItems: "center",
        color: suspended ? "warning.main" : "inherit",
      }}
    >
      <Box component={Icon} size={14} aria-hidden sx={{ color: suspended ? "warning.main" : "text.secondary" }} />
      {t(suspended ? "organizations.suspended" : "organizations.active")}
    </Box>
  );
}
