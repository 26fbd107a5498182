"use client";

import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useI18n } from "@/core/i18n/I18n";
import { STEPS, type CheckProgress } from "@/core/organizations/CheckProgress";

/** How far the check is, then how it ended: in words, announced. */
export function CheckSummary({ progress, running }: { progress: CheckProgress | null; running: boolean }) {
  const { t } = useI18n();
  const check = progress?.check;
  const done = progress?.done.length ?? 0;
  const limited = check?.works && check.steps.some(({ status }) => status === "failed");
  return (
    <Box sx={{ display: "grid", gap: 1, "&:not(:has(:not(:empty)))": { display: "none" } }}>
      {running && (
        <LinearProgress
          variant="determinate"
          value={(100 * done) / STEPS.length}
          aria-label={t("check.title")}
          sx={{ height: 4, borderRadius: 2 }}
        />
      )}
      <Typography
        role="status"
        variant="body2"
        data-testid="check-summary"
        sx={{ fontWeight: 600, color: check ? (check.works ? "primary.main" : "error.main") : "text.secondary" }}
      >
        {check
          ? t(limited ? "check.limited" : check.works ? "check.works" : "check.fails")
          : running
            ? t("check.running", { number: Math.min(done + 1, STEPS.length), count: STEPS.length })
            : ""}
      </Typography>
    </Box>
  );
}
