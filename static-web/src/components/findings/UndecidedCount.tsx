"use client";

import Box from "@mui/material/Box";
import { CircleCheck, CircleHelp } from "lucide-react";
import type { Finding } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

/** "2 to decide" in amber until every finding has a decision. */
export function UndecidedCount({ findings }: { findings: readonly Finding[] }) {
  const { t } = useI18n();
  const count = findings.filter(({ status }) => status === "undecided").length;
  if (findings.length === 0) return null;
  const Icon = count > 0 ? CircleHelp : CircleCheck;
  return (
    <Box
      component="span"
      data-testid="undecided"
      sx={{
        display: "inline-flex",
        alignItems: "center",
        gap: 0.5,
        fontSize: 12,
        whiteSpace: "nowrap",
        color: count > 0 ? "warning.main" : "text.secondary",
      }}
    >
      <Icon size={13} aria-hidden />
      {count > 0 ? t("findings.undecided", { count }) : t("findings.allDecided")}
    </Box>
  );
}
