import Box from "@mui/material/Box";
import type { ReactNode } from "react";

/** For those who do not see the sign beside it. */
export function HiddenText({ children }: { children: ReactNode }) {
  return (
    <Box
      component="span"
      sx={{
        position: "absolute",
        width: 1,
        height: 1,
        overflow: "hidden",
        clip: "rect(0 0 0 0)",
        whiteSpace: "nowrap",
      }}
    >
      {" "}
      {children}
    </Box>
  );
}
