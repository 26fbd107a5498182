import Box from "@mui/material/Box";
import type { ReactNode } from "react";

interface Props {
  readonly label: string;
  readonly testid: string;
  readonly width?: number;
  readonly children: ReactNode;
}

/** One of the panes side by side; it scrolls by itself. */
export function Pane({ label, testid, width, children }: Props) {
  return (
    <Box
      component="section"
      aria-label={label}
      data-testid={testid}
      sx={{
        width,
        flex: width ? "none" : "1 1 0",
        minWidth: 0,
        minHeight: 0,
        display: "flex",
        flexDirection: "column",
        bgcolor: width ? "background.paper" : "background.default",
      }}
    >
      {children}
    </Box>
  );
}
