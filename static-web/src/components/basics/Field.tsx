"use client";

import OutlinedInput, { type OutlinedInputProps } from "@mui/material/OutlinedInput";
import { useId } from "react";
import { describedBy, FieldFrame } from "@/components/basics/FieldFrame";
import { useTypedBefore } from "@/components/basics/UseTypedBefore";

interface Props extends Omit<OutlinedInputProps, "label" | "error"> {
  readonly label: string;
  readonly help?: string;
  /** A sentence; announced when it appears. */
  readonly problem?: string | null;
}

/** A labelled field: label above, help below it, the problem beside it in words. */
export function Field({ label, help, problem, required, inputProps, ...input }: Props) {
  const id = useId();
  useTypedBefore(id, input.value, input.onChange);
  return (
    <FieldFrame id={id} label={label} required={required} help={help} problem={problem}>
      <OutlinedInput
        {...input}
        id={id}
        error={Boolean(problem)}
        inputProps={{ ...inputProps, "aria-required": required, "aria-describedby": describedBy(id, help, problem) }}
      />
    </FieldFrame>
  );
}
