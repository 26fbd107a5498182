"use client";

import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import { Crosshair } from "lucide-react";
import { useReading } from "@/components/reading/ReadingContext";
import type { Finding, ReportFinding } from "@/core/api/Types";
import { describeLabel } from "@/core/format/Describe";
import { formatPercent } from "@/core/format/Percent";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly reported: ReportFinding;
  /** Where it comes from, if it is still known. */
  readonly finding: Finding | undefined;
}

/** "Lung Opacity, 60.57 %. Right upper lobe." and a mark that leads back to the image. */
export function FindingSentence({ reported, finding }: Props) {
  const { t, language } = useI18n();
  const { show } = useReading();
  const label = describeLabel(reported.label, t);
  const mark = t("findings.showImage", { label });
  return (
    <Box data-testid="finding-sentence" sx={{ fontSize: 15, lineHeight: 1.65, fontVariantNumeric: "tabular-nums" }}>
      {t("report.sentence", { label, probability: formatPercent(reported.probability, language) })}{" "}
      {reported.description}
      {finding && (
        <IconButton
          aria-label={mark}
          title={mark}
          onClick={() => show(finding)}
          sx={{ width: 24, height: 24, ml: 0.5, color: "primary.main", verticalAlign: "text-bottom" }}
        >
          <Crosshair size={14} aria-hidden />
        </IconButton>
      )}
    </Box>
  );
}
