"use client";

import Button from "@mui/material/Button";
import { Upload } from "lucide-react";
import { useState } from "react";
import { UploadDialog } from "@/components/upload/UploadDialog";
import { useI18n } from "@/core/i18n/I18n";

/** Opens the upload; `onStored` hears of every dialog that stored something. */
export function UploadButton({ onStored }: { onStored: () => void }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" startIcon={<Upload size={15} aria-hidden />} onClick={() => setOpen(true)}>
        {t("upload.open")}
      </Button>
      {open && <UploadDialog onStored={onStored} onClose={() => setOpen(false)} />}
    </>
  );
}
