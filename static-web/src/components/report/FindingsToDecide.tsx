"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { CircleHelp } from "lucide-react";
import { FindingCard } from "@/components/findings/FindingCard";
import { ModelNotice } from "@/components/findings/ModelNotice";
import { useDecisions } from "@/components/findings/UseDecisions";
import { useFindingKeys } from "@/components/findings/UseFindingKeys";
import { useReading } from "@/components/reading/ReadingContext";
import type { Finding } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

/** The findings for the report: first those that wait, in the order of the model; decided ones can be undone. */
export function FindingsToDecide({ findings }: { findings: readonly Finding[] }) {
  const { t } = useI18n();
  const { show } = useReading();
  const decisions = useDecisions();
  const { selected, select } = useFindingKeys(findings, decisions, show);
  const undecided = findings.filter(({ status }) => status === "undecided").length;
  if (findings.length === 0) return null;
  return (
    <Box sx={{ display: "grid", gap: 1 }}>
      {undecided > 0 && (
        <Typography variant="body2" sx={{ display: "flex", alignItems: "center", gap: 0.75, color: "warning.main" }}>
          <CircleHelp size={14} aria-hidden />
          {t("report.toDecide", { count: undecided })}
        </Typography>
      )}
      <ModelNotice findings={findings} />
      <Box component="ul" aria-label={t("findings.title")} sx={{ m: 0, p: 0, listStyle: "none", display: "grid", gap: 1, gridTemplateColumns: "repeat(auto-fill, minmax(260px, 1fr))" }}>
        {findings.map((finding) => (
          <FindingCard key={finding.id} asking finding={finding} decisions={decisions} selected={finding.id === selected} onSelect={() => select(finding.id)} />
        ))}
      </Box>
    </Box>
  );
}
