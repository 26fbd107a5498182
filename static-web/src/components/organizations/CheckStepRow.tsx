"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { CircleCheck, CircleDashed, CircleDot, CircleMinus, CircleX, type LucideIcon } from "lucide-react";
import { HiddenText } from "@/components/basics/HiddenText";
import type { CheckedStep, Step } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import { adviceOf } from "@/core/organizations/CheckProgress";

type State = CheckedStep["status"] | "current" | "pending";

const SIGNS: Record<State, { readonly Icon: LucideIcon; readonly color: string }> = {
  passed: { Icon: CircleCheck, color: "primary.main" },
  failed: { Icon: CircleX, color: "error.main" },
  skipped: { Icon: CircleMinus, color: "text.secondary" },
  current: { Icon: CircleDot, color: "primary.main" },
  pending: { Icon: CircleDashed, color: "text.secondary" },
};

interface Props {
  readonly step: Step;
  /** null: not done yet. */
  readonly done: CheckedStep | null;
  readonly current: boolean;
}

/** One step of a connection check: what it is, how it went, and what to do about it. */
export function CheckStepRow({ step, done, current }: Props) {
  const { t } = useI18n();
  const state: State = done?.status ?? (current ? "current" : "pending");
  const { Icon, color } = SIGNS[state];
  const advice = done && done.remark !== "not-tried" ? adviceOf(done, t) : "";
  return (
    <Box
      component="li"
      data-testid="check-step"
      data-step={step}
      data-state={state}
      sx={{ display: "flex", gap: 1.25, py: 0.5, alignItems: "flex-start" }}
    >
      <Box component={Icon} size={16} aria-hidden sx={{ flexShrink: 0, mt: "2px", color }} />
      <Box sx={{ minWidth: 0 }}>
        <Typography
          variant="body2"
          sx={{ color: state === "pending" || state === "skipped" ? "text.secondary" : "text.primary" }}
        >
          {t(`step.${step}`)}
          <HiddenText>{t(`check.${state}`)}</HiddenText>
        </Typography>
        {advice && (
          <Typography
            variant="caption"
            component="p"
            sx={{ color: state === "failed" ? "error.main" : "text.secondary", overflowWrap: "anywhere" }}
          >
            {advice}
          </Typography>
        )}
      </Box>
    </Box>
  );
}
