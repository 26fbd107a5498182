import Box from "@mui/material/Box";
import type { ReactNode } from "react";
import { Breadcrumbs } from "@/components/shell/Breadcrumbs";

/** The room of a page of administration: one column that begins with where one is. */
export function AdminFrame({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        width: "100%",
        maxWidth: 1360,
        px: { xs: 2, md: 3 },
        pt: 2,
        pb: 4,
        display: "flex",
        flexDirection: "column",
        gap: 2,
      }}
    >
      <Breadcrumbs />
      {children}
    </Box>
  );
}
