"use client";

import Box from "@mui/material/Box";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import { HeatmapButton } from "@/components/findings/HeatmapButton";
import { ProbabilityBar } from "@/components/findings/ProbabilityBar";
import type { Finding } from "@/core/api/Types";
import { describeLabel, describeModel } from "@/core/format/Describe";
import { formatPercent } from "@/core/format/Percent";
import { useI18n } from "@/core/i18n/I18n";

/** The label, its percentage, and where the model looked. */
export function FindingHeading({ finding }: { finding: Finding }) {
  const { t, language } = useI18n();
  const { name, version } = finding.model;
  const threshold = t("findings.threshold", { threshold: formatPercent(finding.threshold, language) });
  return (
    <Box sx={{ display: "flex", gap: 1.25, alignItems: "center" }}>
      <HeatmapButton finding={finding} />
      <Tooltip
        title={`${t("findings.model", { name: describeModel(name, t), version })}. ${threshold}.`}
        placement="left"
      >
        <Box sx={{ flex: 1, minWidth: 0, display: "grid", gap: 0.5 }}>
          <Box
            sx={{
              display: "flex",
              flexWrap: "wrap",
              columnGap: 1,
              justifyContent: "space-between",
              alignItems: "baseline",
            }}
          >
            <Typography variant="body2" component="h3" sx={{ fontWeight: 600 }}>
              {describeLabel(finding.label, t)}
            </Typography>
            <Typography
              variant="body2"
              component="span"
              noWrap
              sx={{ fontVariantNumeric: "tabular-nums" }}
              data-testid="probability"
            >
              {formatPercent(finding.probability, language)}
            </Typography>
          </Box>
          <ProbabilityBar probability={finding.probability} threshold={finding.threshold} />
        </Box>
      </Tooltip>
    </Box>
  );
}
