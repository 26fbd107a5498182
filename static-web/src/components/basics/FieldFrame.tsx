import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { FieldProblem } from "@/components/basics/FieldProblem";

interface Props {
  /** Of what is typed or chosen in. */
  readonly id: string;
  readonly label: string;
  readonly required?: boolean;
  readonly help?: string;
  readonly problem?: string | null;
  readonly children: ReactNode;
}

/** What surrounds whatever one types or chooses in: label and help above, the problem below. */
export function FieldFrame({ id, label, required, help, problem, children }: Props) {
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
      {children}
      <FieldProblem id={`${id}-problem`} text={problem} />
    </Box>
  );
}

/** For `aria-describedby`: what of the frame is there. */
export function describedBy(id: string, help?: string, problem?: string | null): string | undefined {
  return [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(" ") || undefined;
}
