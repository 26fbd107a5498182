"use client";

import Box from "@mui/material/Box";
import { FindingCard } from "@/components/findings/FindingCard";
import { FindingsEmpty } from "@/components/findings/FindingsEmpty";
import { ModelNotice } from "@/components/findings/ModelNotice";
import { useDecisions } from "@/components/findings/UseDecisions";
import { useFindingKeys } from "@/components/findings/UseFindingKeys";
import { Problem } from "@/components/basics/Problem";
import { useReading } from "@/components/reading/ReadingContext";
import { useFindings } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** The model's notice once, then a card for each finding. */
export function FindingsList({ study }: { study: string }) {
  const { t } = useI18n();
  const { show } = useReading();
  const { data: findings = [], error, mutate } = useFindings(study);
  const decisions = useDecisions();
  const { selected, select } = useFindingKeys(findings, decisions, show);
  if (error) return <Problem error={error} onRetry={() => void mutate()} />;
  if (findings.length === 0) return <FindingsEmpty study={study} />;
  return (
    <>
      <ModelNotice findings={findings} />
      <Box
        component="ul"
        aria-label={t("findings.title")}
        sx={{ m: 0, p: 0, listStyle: "none", display: "grid", gap: 1, gridTemplateColumns: "minmax(0, 1fr)" }}
      >
        {findings.map((finding) => (
          <FindingCard
            key={finding.id}
            finding={finding}
            decisions={decisions}
            selected={finding.id === selected}
            onSelect={() => select(finding.id)}
          />
        ))}
      </Box>
    </>
  );
}
