import Box from "@mui/material/Box";
import type { ReactNode } from "react";

/** MRNs and UIDs: every character counts. */
export function Mono({ children }: { children: ReactNode }) {
  return (
    <Box component="span" sx={{ fontFamily: "var(--font-mono)", fontSize: "0.95em", fontVariantLigatures: "none" }}>
      {children}
    </Box>
  );
}
