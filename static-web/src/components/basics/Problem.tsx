"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { TriangleAlert } from "lucide-react";
import { ApiError } from "@/core/api/ApiError";
import { useProblemText } from "@/core/api/UseProblemText";
import { useI18n } from "@/core/i18n/I18n";

/** What went wrong, in a sentence, with a way to try again where that may help. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useI18n();
  const text = useProblemText(error);
  return (
    <Box role="alert" sx={{ display: "flex", alignItems: "flex-start", gap: 1, p: 2, color: "error.main" }}>
      <TriangleAlert size={16} style={{ flexShrink: 0, marginTop: 2 }} aria-hidden />
      <Typography variant="body2" sx={{ flex: 1 }}>
        {text}
      </Typography>
      {onRetry && !(error instanceof ApiError && error.status === 404) && (
        <Button variant="outlined" onClick={onRetry}>
          {t("common.retry")}
        </Button>
      )}
    </Box>
  );
}
