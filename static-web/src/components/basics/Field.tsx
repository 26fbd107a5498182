"use client";

import Box from "@mui/material/Box";
import OutlinedInput, { type OutlinedInputProps } from "@mui/material/OutlinedInput";
import Typography from "@mui/material/Typography";
import { useId } from "react";
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
    <Box sx={{ display: "grid", gap: 0.5 }}>
      <Typography component="label" htmlFor={id} variant="body2" sx={{ fontWeight: 500 }}>
        {label}
        {required && <span aria-hidden> *</span>}
      </Typography>
      {help && (
        <Typography id={`${id}-help`} variant="caption" color="textSecondary">
          {help}
        </Typography>
      )}
      <OutlinedInput
        {...input}
        id={id}
        error={Boolean(problem)}
        inputProps={{
          ...inputProps,
          "aria-required": required,
          "aria-describedby": [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(" ") || undefined,
        }}
      />
      <Typography
        id={`${id}-problem`}
        variant="caption"
        color="error"
        role="alert"
        sx={{ "&:empty": { display: "none" } }}
      >
        {problem}
      </Typography>
    </Box>
  );
}
