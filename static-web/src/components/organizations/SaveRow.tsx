"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly button: string;
  readonly disabled: boolean;
  readonly saved: boolean;
}

/** The one thing to do with a form, and whether it is done. */
export function SaveRow({ button, disabled, saved }: Props) {
  const { t } = useI18n();
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 1.5 }}>
      <Button type="submit" variant="contained" disabled={disabled}>
        {button}
      </Button>
      <Typography role="status" variant="body2" color="textSecondary">
        {saved ? t("common.saved") : ""}
      </Typography>
    </Box>
  );
}
