"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useRef, type ChangeEvent } from "react";
import { useI18n } from "@/core/i18n/I18n";
import { fromInput, type NamedFile } from "@/core/upload/CollectFiles";

/** The way in for those who do not drag: files, or a whole folder. */
export function UploadPicker({ onFiles }: { onFiles: (files: readonly NamedFile[]) => void }) {
  const { t } = useI18n();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);

  const take = (event: ChangeEvent<HTMLInputElement>) => {
    if (event.target.files) onFiles(fromInput(event.target.files));
    event.target.value = "";
  };

  return (
    <Box sx={{ display: "flex", gap: 1 }}>
      <Button variant="outlined" onClick={() => files.current?.click()}>
        {t("upload.chooseFiles")}
      </Button>
      <Button variant="outlined" onClick={() => folder.current?.click()}>
        {t("upload.chooseFolder")}
      </Button>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={t("upload.chooseFiles")}
        data-testid="upload-files"
        onChange={take}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label={t("upload.chooseFolder")}
        data-testid="upload-folder"
        onChange={take}
        {...{ webkitdirectory: "" }}
      />
    </Box>
  );
}
