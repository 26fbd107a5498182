"use client";

import Box from "@mui/material/Box";
import { useI18n } from "@/core/i18n/I18n";

/** The first stop of the Tab key. */
export function SkipLink() {
  const { t } = useI18n();
  return (
    <Box
      component="a"
      href="#content"
      sx={{
        position: "absolute",
        left: 8,
        top: -64,
        zIndex: 2000,
        p: 1,
        borderRadius: 1,
        bgcolor: "primary.main",
        color: "primary.contrastText",
        "&:focus": { top: 8 },
      }}
    >
      {t("shell.skip")}
    </Box>
  );
}
