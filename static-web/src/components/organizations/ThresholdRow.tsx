"use client";

import Box from "@mui/material/Box";
import InputAdornment from "@mui/material/InputAdornment";
import OutlinedInput from "@mui/material/OutlinedInput";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import type { Model } from "@/core/api/Types";
import { describeLabel } from "@/core/format/Describe";
import { useI18n } from "@/core/i18n/I18n";
import { percentOf, probabilityOf } from "@/core/organizations/ModelDraft";

interface Props {
  readonly label: Model["labels"][number];
  /** In percent, as typed; "": the model's own. */
  readonly value: string;
  readonly onType: (percent: string) => void;
}

/** From which probability on a label becomes a finding. */
export function ThresholdRow({ label, value, onType }: Props) {
  const { t, language } = useI18n();
  const id = useId();
  const name = describeLabel(label.name, t);
  const own = percentOf(label.threshold, language);
  const wrong = value.trim() !== "" && probabilityOf(value) === null;
  return (
    <Box
      component="li"
      sx={{
        display: "grid",
        gridTemplateColumns: "minmax(0, 1fr) 112px minmax(96px, auto)",
        gap: 2,
        alignItems: "center",
        py: 0.5,
        borderTop: 1,
        borderColor: "divider",
      }}
    >
      <Typography variant="body2">{name}</Typography>
      <OutlinedInput
        value={value}
        placeholder={own}
        error={wrong}
        onChange={(event) => onType(event.target.value)}
        endAdornment={<InputAdornment position="end">%</InputAdornment>}
        inputProps={{
          "aria-label": t("settings.threshold", { label: name }),
          "aria-describedby": `${id}-own`,
          inputMode: "decimal",
          maxLength: 6,
          autoComplete: "off",
        }}
        sx={{ height: 32, fontVariantNumeric: "tabular-nums", "& input": { textAlign: "right", pr: 0.5 } }}
      />
      <Typography id={`${id}-own`} variant="caption" sx={{ color: wrong ? "error.main" : "text.secondary" }}>
        {wrong ? t("settings.thresholdWrong") : t("settings.modelDefault", { percent: `${own} %` })}
      </Typography>
    </Box>
  );
}
