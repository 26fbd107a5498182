"use client";

import Button from "@mui/material/Button";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useI18n } from "@/core/i18n/I18n";

/** Copies a text, and says so. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useI18n();
  const [done, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text).then(
      () => setDone(true),
      () => setDone(false),
    );
  };
  return (
    <Button
      variant="outlined"
      onClick={copy}
      startIcon={done ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
    >
      <span role="status">{t(done ? "profile.copied" : "profile.copy")}</span>
    </Button>
  );
}
