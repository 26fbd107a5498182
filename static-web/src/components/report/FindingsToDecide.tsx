"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { CircleHelp } from "lucide-react";
import { FindingCard, type FindingProps } from "@/components/findings/FindingCard";
import type { Finding } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly findings: readonly Finding[];
  readonly propsOf: (finding: string) => Omit<FindingProps, "finding">;
}

/** The findings that still wait for a decision, before anything is signed. */
export function FindingsToDecide({ findings, propsOf }: Props) {
  const { t } = useI18n();
  if (findings.length === 0) return null;
  return (
    <Box sx={{ display: "grid", gap: 1 }}>
      <Typography variant="body2" sx={{ display: "flex", alignItems: "center", gap: 0.75, color: "warning.main" }}>
        <CircleHelp size={14} aria-hidden />
        {t("report.toDecide", { count: findings.length })}
      </Typography>
      <Box
        component="ul"
        aria-label={t("findings.title")}
        sx={{
          m: 0,
          p: 0,
          listStyle: "none",
          display: "grid",
          gap: 1,
          gridTemplateColumns: "repeat(auto-fill, minmax(260px, 1fr))",
        }}
      >
        {findings.map((finding) => (
          <FindingCard key={finding.id} asking finding={finding} {...propsOf(finding.id)} />
        ))}
      </Box>
    </Box>
  );
}
