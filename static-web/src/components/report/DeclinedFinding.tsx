"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { CircleX } from "lucide-react";
import type { FindingProps } from "@/components/findings/FindingCard";
import { describeLabel } from "@/core/format/Describe";
import { formatPercent } from "@/core/format/Percent";
import { useI18n } from "@/core/i18n/I18n";

/** A declined finding: not part of the text, only the way back to it. */
export function DeclinedFinding({ finding, decisions, selected, onSelect }: FindingProps) {
  const { t, language } = useI18n();
  const what = `${describeLabel(finding.label, t)}, ${formatPercent(finding.probability, language)}`;
  return (
    <Box
      data-testid="declined-finding"
      aria-current={selected ? "true" : undefined}
      onFocus={onSelect}
      sx={{
        display: "flex",
        alignItems: "center",
        gap: 0.75,
        color: "text.secondary",
        pl: 1.5,
        ml: -1.5,
        boxShadow: (theme) => (selected ? `inset 2px 0 0 ${theme.vars?.palette.primary.main}` : "none"),
      }}
    >
      <CircleX size={13} aria-hidden style={{ flexShrink: 0 }} />
      <Typography variant="body2" sx={{ flex: 1 }}>
        {t("findings.declined")}: {[what, finding.reason].filter(Boolean).join(". ")}
      </Typography>
      <Button onClick={() => decisions.undo(finding)} sx={{ color: "text.secondary", minHeight: 28 }}>
        {t("findings.undo")}
      </Button>
    </Box>
  );
}
