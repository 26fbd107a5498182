import Box from "@mui/material/Box";
import type { ReactNode } from "react";

/** For those who do not see the sign beside it. */
export function HiddenText({ children }: { children: ReactNode }) {
  return (
    <Box component="span" sx={{ position: "relative" }}>
      {" "}
      <Box component="span" sx={hidden}>
        {children}
      </Box>
    </Box>
  );
}

const hidden = {
  position: "absolute",
  left: 0,
  width: "1px",
  height: "1px",
  overflow: "hidden",
  clip: "rect(0 0 0 0)",
  whiteSpace: "nowrap",
} as const;
