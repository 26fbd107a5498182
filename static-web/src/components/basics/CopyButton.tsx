"use client";

import Button from "@mui/material/Button";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly text: string;
  /** What it is, where several can be copied. */
  readonly about?: string;
}

/** Copies a text, and says so. */
export function CopyButton({ text, about }: Props) {
  const { t } = useI18n();
  const [done, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text).then(
      () => setDone(true),
      () => setDone(false),
    );
  };
  const word = t(done ? "common.copied" : "common.copy");
  return (
    <Button
      variant="outlined"
      onClick={copy}
      aria-label={about && `${word}: ${about}`}
      startIcon={done ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
    >
      <span role="status">{word}</span>
    </Button>
  );
}
