"use client";

import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useI18n } from "@/core/i18n/I18n";
import type { Upload } from "@/core/upload/UploadQueue";

/** How far all of it is: a bar and the counts in words. */
export function UploadSummary({ uploads }: { uploads: readonly Upload[] }) {
  const { t } = useI18n();
  const stored = uploads.filter(({ state }) => state === "stored").length;
  const refused = uploads.filter(({ state }) => state === "refused").length;
  const done = stored + refused;
  return (
    <Box sx={{ display: "grid", gap: 0.75, flexShrink: 0 }} role="status" data-testid="upload-summary">
      <LinearProgress
        variant="determinate"
        value={(100 * done) / uploads.length}
        aria-label={t("upload.title")}
        sx={{ height: 4, borderRadius: 1 }}
      />
      <Typography variant="body2">
        {done < uploads.length
          ? t("upload.progress", { done, total: uploads.length })
          : t("upload.stored", { count: stored })}
        {refused > 0 && (
          <Box component="span" sx={{ color: "error.main" }}>
            {" · "}
            {t("upload.refused", { count: refused })}
          </Box>
        )}
      </Typography>
    </Box>
  );
}
