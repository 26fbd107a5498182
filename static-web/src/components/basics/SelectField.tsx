"use client";

import Box from "@mui/material/Box";
import NativeSelect from "@mui/material/NativeSelect";
import OutlinedInput from "@mui/material/OutlinedInput";
import Typography from "@mui/material/Typography";
import { useId } from "react";

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly help?: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
}

/** One of few; label above, as fields have it. */
export function SelectField<Value extends string>({ label, help, value, choices, onChoose }: Props<Value>) {
  const id = useId();
  return (
    <Box sx={{ display: "grid", gap: 0.5 }}>
      <Typography component="label" htmlFor={id} variant="body2" sx={{ fontWeight: 500 }}>
        {label}
      </Typography>
      <NativeSelect
        id={id}
        value={value}
        onChange={(event) => onChoose(event.target.value as Value)}
        input={<OutlinedInput />}
        inputProps={{ "aria-describedby": help && `${id}-help` }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </NativeSelect>
      {help && (
        <Typography id={`${id}-help`} variant="caption" color="textSecondary">
          {help}
        </Typography>
      )}
    </Box>
  );
}
