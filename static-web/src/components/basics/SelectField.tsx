"use client";

import NativeSelect from "@mui/material/NativeSelect";
import OutlinedInput from "@mui/material/OutlinedInput";
import { useId } from "react";
import { describedBy, FieldFrame } from "@/components/basics/FieldFrame";

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
    <FieldFrame id={id} label={label} help={help}>
      <NativeSelect
        id={id}
        value={value}
        onChange={(event) => onChoose(event.target.value as Value)}
        input={<OutlinedInput />}
        inputProps={{ "aria-describedby": describedBy(id, help) }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </NativeSelect>
    </FieldFrame>
  );
}
