import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useId, type ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly help?: string;
  readonly action?: ReactNode;
  readonly testid: string;
  readonly children: ReactNode;
}

/** A part of the page with its heading. */
export function Section({ title, help, action, testid, children }: Props) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      data-testid={testid}
      sx={{ display: "grid", gap: 1, gridTemplateColumns: "minmax(0, 1fr)" }}
    >
      <Box sx={{ display: "flex", alignItems: "center", gap: 2, minHeight: action ? 32 : 0 }}>
        <Box sx={{ flex: 1 }}>
          <Typography id={id} variant="h2">
            {title}
          </Typography>
          {help && (
            <Typography variant="body2" color="textSecondary">
              {help}
            </Typography>
          )}
        </Box>
        {action}
      </Box>
      {children}
    </Box>
  );
}
