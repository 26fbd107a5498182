"use client";

import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { CircleDashed, CircleX, ScanSearch, SkipForward, type LucideIcon } from "lucide-react";
import type { Analysis } from "@/core/api/Types";
import { isUnderWay } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";
import { sentenceFor } from "@/core/i18n/Sentences";
import type { Translator } from "@/core/i18n/Translate";

const ICONS: Record<Analysis["status"], LucideIcon> = {
  queued: CircleDashed,
  fetching: CircleDashed,
  running: CircleDashed,
  done: ScanSearch,
  failed: CircleX,
  skipped: SkipForward,
};

/** Queued, fetching 12/64, running, 2 findings; or why there are none. */
export function AnalysisStatus({ analysis }: { analysis: Analysis }) {
  const { t } = useI18n();
  const Icon = ICONS[analysis.status];
  const failed = analysis.status === "failed";
  return (
    <Box
      role="status"
      data-testid="analysis-status"
      data-status={analysis.status}
      sx={{ color: failed ? "error.main" : "text.secondary" }}
    >
      <Typography
        variant="caption"
        component="div"
        sx={{ display: "flex", alignItems: "center", gap: 0.75, fontVariantNumeric: "tabular-nums" }}
      >
        <Icon size={13} aria-hidden />
        {statusText(analysis, t)}
      </Typography>
      {isUnderWay(analysis) && <Progress analysis={analysis} />}
      {reasonOf(analysis, t) && (
        <Typography variant="caption" component="div" sx={{ pl: 2.4, color: failed ? "error.main" : "text.secondary" }}>
          {reasonOf(analysis, t)}
        </Typography>
      )}
    </Box>
  );
}

function Progress({ analysis: { status, fetched, total } }: { analysis: Analysis }) {
  const { t } = useI18n();
  const counted = status === "fetching" && total > 0;
  return (
    <LinearProgress
      variant={counted ? "determinate" : "indeterminate"}
      value={counted ? (100 * fetched) / total : undefined}
      aria-label={t("studies.analyse")}
      sx={{ height: 2, mt: 0.5, borderRadius: 1 }}
    />
  );
}

function statusText({ status, fetched, total, finding_count }: Analysis, t: Translator): string {
  if (status === "fetching")
    return total > 0 ? t("analysis.fetching", { fetched, total }) : t("analysis.fetchingUncounted");
  if (status !== "done") return t(`analysis.${status}`);
  return finding_count > 0 ? t("analysis.findings", { count: finding_count }) : t("analysis.noFindings");
}

function reasonOf(analysis: Analysis, t: Translator): string | null {
  const reason = analysis.reason && sentenceFor(analysis.reason, t, t("analysis.technical", { text: analysis.reason }));
  if (analysis.status === "failed" || analysis.status === "skipped") return reason ?? t("analysis.noReason");
  return analysis.status === "done" ? reason : null;
}
