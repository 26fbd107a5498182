import Box from "@mui/material/Box";
import type { ReactNode } from "react";

/** One line, cut where it does not fit; the full text on hover. */
export function Cut({ children, title }: { children: ReactNode; title?: string }) {
  return (
    <Box
      component="span"
      title={title ?? (typeof children === "string" ? children : undefined)}
      sx={{ display: "block", minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}
    >
      {children}
    </Box>
  );
}
