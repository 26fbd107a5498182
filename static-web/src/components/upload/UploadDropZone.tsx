"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { FolderUp } from "lucide-react";
import { useState, type DragEvent } from "react";
import { UploadPicker } from "@/components/upload/UploadPicker";
import { useMe } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";
import { fromDrop, type NamedFile } from "@/core/upload/CollectFiles";

interface Props {
  readonly onFiles: (files: readonly NamedFile[]) => void;
  /** Smaller once files are on their way. */
  readonly compact: boolean;
}

export function UploadDropZone({ onFiles, compact }: Props) {
  const { t } = useI18n();
  const { data: me } = useMe();
  const [over, setOver] = useState(false);

  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles(await fromDrop(event.dataTransfer));
  };

  return (
    <Box
      data-testid="upload-drop-zone"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{
        p: compact ? 1.5 : 4,
        display: "flex",
        flexDirection: compact ? "row" : "column",
        flexShrink: 0,
        alignItems: "center",
        justifyContent: "center",
        gap: 1.5,
        textAlign: "center",
        border: "1px dashed",
        borderColor: over ? "primary.main" : "divider",
        borderRadius: 1,
        bgcolor: over ? "raised" : "transparent",
      }}
    >
      {!compact && <FolderUp size={28} strokeWidth={1.5} aria-hidden />}
      <Typography variant={compact ? "body2" : "body1"} sx={{ fontWeight: 500 }}>
        {t("upload.drop")}
      </Typography>
      <UploadPicker onFiles={onFiles} />
      {!compact && (
        <Typography variant="caption" color="textSecondary" sx={{ maxWidth: 400 }}>
          {t("upload.help", { organization: me?.organization?.display_name ?? "" })}
        </Typography>
      )}
    </Box>
  );
}
