import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

/** The head line of a pane: what it is, and what stands beside it. */
export function PaneHeading({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <Box
      sx={{
        height: 40,
        flexShrink: 0,
        px: 2,
        display: "flex",
        alignItems: "center",
        gap: 1,
        borderBottom: 1,
        borderColor: "divider",
      }}
    >
      <Typography variant="h2" noWrap sx={{ flex: 1, minWidth: 0 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}
