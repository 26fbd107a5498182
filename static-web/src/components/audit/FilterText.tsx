"use client";

import Box from "@mui/material/Box";
import OutlinedInput from "@mui/material/OutlinedInput";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import { useSearchText } from "@/components/table/UseSearchText";

interface Props {
  readonly label: string;
  readonly value: string | undefined;
  readonly type?: "text" | "date";
  readonly width: number;
  /** "": all. */
  readonly onChoose: (value: string) => void;
}

/** A filter that is typed. */
export function FilterText({ label, value, type: kind = "text", width, onChoose }: Props) {
  const id = useId();
  const { text, type } = useSearchText(value ?? "", onChoose);
  return (
    <Box sx={{ display: "grid", gap: 0.25, width }}>
      <Typography component="label" htmlFor={id} variant="caption" color="textSecondary">
        {label}
      </Typography>
      <OutlinedInput
        id={id}
        type={kind}
        value={text}
        onChange={(event) => type(event.target.value)}
        inputProps={{ autoComplete: "off", spellCheck: false, maxLength: 64 }}
        sx={{ height: 32, fontSize: 13 }}
      />
    </Box>
  );
}
