"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { PlugZap } from "lucide-react";
import { useId } from "react";
import { FormProblem } from "@/components/basics/FormProblem";
import { CheckStepRow } from "@/components/organizations/CheckStepRow";
import { CheckSummary } from "@/components/organizations/CheckSummary";
import { problemText } from "@/core/api/ProblemText";
import { formatInstant } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";
import { STEPS } from "@/core/organizations/CheckProgress";
import type { ConnectionCheck } from "@/core/organizations/UseConnectionCheck";

interface Props {
  readonly check: ConnectionCheck;
  readonly onCheck: () => void;
  /** When it was last found out what the PACS can do. */
  readonly checkedAt?: string | undefined;
}

/** Tries the connection to a PACS, and shows each step as it runs. */
export function ConnectionCheckPanel({ check: { progress, running, error }, onCheck, checkedAt }: Props) {
  const { t, language } = useI18n();
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      aria-busy={running}
      data-testid="connection-check"
      sx={{ display: "grid", gap: 1.5, alignContent: "start", p: 2, borderRadius: 1, bgcolor: "background.default" }}
    >
      <Box sx={{ display: "flex", alignItems: "center", gap: 1.5, flexWrap: "wrap" }}>
        <Typography id={id} variant="h3" component="h3" sx={{ flex: 1, minWidth: 140 }}>
          {t("check.title")}
        </Typography>
        <Button
          variant="outlined"
          disabled={running}
          onClick={onCheck}
          startIcon={<PlugZap size={15} aria-hidden />}
          data-testid="check-connection"
          sx={{ bgcolor: "background.paper" }}
        >
          {progress ? t("check.again") : t("check.start")}
        </Button>
      </Box>
      {!progress && (
        <Typography variant="body2" color="textSecondary">
          {t("check.help")}
          {checkedAt && ` ${t("check.before", { time: formatInstant(checkedAt, language) })}`}
        </Typography>
      )}
      <CheckSummary progress={progress} running={running} />
      {progress && (
        <Box component="ol" sx={{ m: 0, p: 0, listStyle: "none" }}>
          {STEPS.map((step, at) => (
            <CheckStepRow
              key={step}
              step={step}
              done={progress.done.find((one) => one.step === step) ?? null}
              current={running && at === progress.done.length}
            />
          ))}
        </Box>
      )}
      <FormProblem text={error ? problemText(error, t) : null} />
    </Box>
  );
}
