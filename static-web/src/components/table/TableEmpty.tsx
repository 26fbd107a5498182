"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  /** One sentence. */
  readonly text: string;
  /** The button that fills the table. */
  readonly action?: ReactNode;
  /** Set where there are rows, and none of them is wanted. */
  readonly onShowAll: (() => void) | null;
}

/** Nothing here: why, and the one next step. */
export function TableEmpty({ text, action, onShowAll }: Props) {
  const { t } = useI18n();
  return (
    <Box role="status" data-testid="table-empty" sx={{ p: 5, display: "grid", justifyItems: "center", gap: 2 }}>
      <Typography color="textSecondary" sx={{ textAlign: "center", maxWidth: 440 }}>
        {onShowAll ? t("table.noMatch") : text}
      </Typography>
      {onShowAll ? (
        <Button variant="outlined" onClick={onShowAll}>
          {t("table.showAll")}
        </Button>
      ) : (
        action
      )}
    </Box>
  );
}
