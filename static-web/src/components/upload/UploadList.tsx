"use client";

import Box from "@mui/material/Box";
import { UploadRow } from "@/components/upload/UploadRow";
import { useI18n } from "@/core/i18n/I18n";
import type { Upload } from "@/core/upload/UploadQueue";

/** Every file of the upload; those that were refused first, because somebody must look at them. */
export function UploadList({ uploads }: { uploads: readonly Upload[] }) {
  const { t } = useI18n();
  const refused = uploads.filter(({ state }) => state === "refused");
  const others = uploads.filter(({ state }) => state !== "refused");
  return (
    <Box
      component="ul"
      aria-label={t("upload.files")}
      tabIndex={0}
      sx={{
        m: 0,
        p: 0,
        listStyle: "none",
        overflow: "auto",
        maxHeight: 320,
        border: 1,
        borderColor: "divider",
        borderRadius: 1,
      }}
    >
      {[...refused, ...others].map((upload) => (
        <UploadRow key={upload.id} upload={upload} />
      ))}
    </Box>
  );
}
