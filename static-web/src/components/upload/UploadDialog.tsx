"use client";

import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useEffect } from "react";
import { UploadDropZone } from "@/components/upload/UploadDropZone";
import { UploadList } from "@/components/upload/UploadList";
import { UploadSummary } from "@/components/upload/UploadSummary";
import { useUploadQueue } from "@/components/upload/UseUploadQueue";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  /** Whose page it is opened from. */
  readonly mrn?: string;
  readonly onStored: () => void;
  readonly onClose: () => void;
}

/** Files and folders of DICOM go in; each says how far it is, and why if it is refused. */
export function UploadDialog({ mrn, onStored, onClose }: Props) {
  const { t } = useI18n();
  const { uploads, busy, add, stop } = useUploadQueue(mrn);
  const stored = uploads.filter((upload) => upload.state === "stored").length;
  const settled = stored > 0 && !busy;

  useEffect(() => {
    if (settled) onStored();
    // Told once per batch, not for every change of the parent's callback.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled, stored]);

  return (
    <Dialog
      open
      onClose={busy ? undefined : onClose}
      aria-labelledby="upload-title"
      maxWidth="sm"
      fullWidth
      data-testid="upload-dialog"
    >
      <DialogTitle id="upload-title">{t("upload.title")}</DialogTitle>
      <DialogContent sx={{ display: "flex", flexDirection: "column", gap: 2, minHeight: 0 }}>
        <UploadDropZone onFiles={add} compact={uploads.length > 0} />
        {uploads.length > 0 && <UploadSummary uploads={uploads} />}
        {uploads.length > 0 && <UploadList uploads={uploads} />}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        {busy ? (
          <Button onClick={stop}>{t("upload.stop")}</Button>
        ) : (
          <Button onClick={onClose}>{t("common.close")}</Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
