"use client";

import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import Typography from "@mui/material/Typography";
import { isUnderWay, useAnalyses, useFindings } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";
import { sentenceFor } from "@/core/i18n/Sentences";
import type { Translator } from "@/core/i18n/Translate";

/** Why there is nothing: not analysed, not yet, or nothing found. */
export function FindingsEmpty({ study }: { study: string }) {
  const { t } = useI18n();
  const { data: findings } = useFindings(study);
  const { data: analyses } = useAnalyses(study);
  if (!findings || !analyses) return <Skeleton height={14} />;
  const latest = analyses[0];
  if (latest && isUnderWay(latest)) return <Pending text={t("findings.pending")} />;
  return (
    <Typography variant="body2" color="textSecondary" data-testid="findings-empty">
      {latest?.status === "done" ? t("findings.none") : reasonText(latest?.reason, t)}
    </Typography>
  );
}

function reasonText(reason: string | null | undefined, t: Translator): string {
  return reason ? sentenceFor(reason, t, t("analysis.technical", { text: reason })) : t("findings.notAnalysed");
}

function Pending({ text }: { text: string }) {
  return (
    <Box sx={{ display: "grid", gap: 1 }}>
      <Typography variant="body2" color="textSecondary">
        {text}
      </Typography>
      <Skeleton height={132} />
    </Box>
  );
}
