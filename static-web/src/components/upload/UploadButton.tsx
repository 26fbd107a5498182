"use client";

import Button from "@mui/material/Button";
import { Upload } from "lucide-react";
import { useEffect, useState } from "react";
import { UploadDialog } from "@/components/upload/UploadDialog";
import { useMay } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  /** Whose page this is: files of others are held back. */
  readonly mrn?: string;
  /** Hears of every dialog that stored something. */
  readonly onStored: () => void;
}

/** Opens the upload, as do files dragged over the page. */
export function UploadButton({ mrn, onStored }: Props) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const may = useMay("studies.store");
  useEffect(() => (may ? openOnDrag(() => setOpen(true)) : undefined), [may]);
  if (!may) return null;
  return (
    <>
      <Button variant="outlined" startIcon={<Upload size={15} aria-hidden />} onClick={() => setOpen(true)}>
        {t("upload.open")}
      </Button>
      {open && <UploadDialog mrn={mrn} onStored={onStored} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Files dragged over the page ask for the upload; dropped beside it they must not replace the page. */
function openOnDrag(open: () => void): () => void {
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const enter = (event: DragEvent) => hasFiles(event) && open();
  const over = (event: DragEvent) => hasFiles(event) && event.preventDefault();
  window.addEventListener("dragenter", enter);
  window.addEventListener("dragover", over);
  window.addEventListener("drop", over);
  return () => {
    window.removeEventListener("dragenter", enter);
    window.removeEventListener("dragover", over);
    window.removeEventListener("drop", over);
  };
}
