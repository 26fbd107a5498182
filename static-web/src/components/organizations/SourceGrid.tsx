import Box from "@mui/material/Box";
import type { ReactNode } from "react";

/** What is typed about a PACS, and beside it how the connection does. */
export function SourceGrid({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: "grid",
        gap: 3,
        gridTemplateColumns: { xs: "minmax(0, 1fr)", lg: "minmax(0, 1fr) minmax(0, 1fr)" },
        alignItems: "start",
      }}
    >
      {children}
    </Box>
  );
}
