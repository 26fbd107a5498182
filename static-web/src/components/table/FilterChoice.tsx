"use client";

import Box from "@mui/material/Box";
import NativeSelect from "@mui/material/NativeSelect";
import OutlinedInput from "@mui/material/OutlinedInput";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import type { Choice } from "@/components/basics/SelectField";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly Choice[];
  /** "": all. */
  readonly onChoose: (value: string) => void;
}

/** One filter with few choices. */
export function FilterChoice({ label, value, choices, onChoose }: Props) {
  const { t } = useI18n();
  const id = useId();
  return (
    <Box sx={{ display: "grid", gap: 0.25, minWidth: 180 }}>
      <Typography component="label" htmlFor={id} variant="caption" color="textSecondary">
        {label}
      </Typography>
      <NativeSelect
        id={id}
        value={value ?? ""}
        onChange={(event) => onChoose(event.target.value)}
        input={<OutlinedInput />}
        sx={{ height: 32, fontSize: 13 }}
      >
        <option value="">{t("table.all")}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </NativeSelect>
    </Box>
  );
}
