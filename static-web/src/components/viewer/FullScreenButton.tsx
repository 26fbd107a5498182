"use client";

import Button from "@mui/material/Button";
import Tooltip from "@mui/material/Tooltip";
import { Maximize } from "lucide-react";
import { useState, type RefObject } from "react";
import { useI18n } from "@/core/i18n/I18n";

/** The images alone on the screen; Esc leads back. */
export function FullScreenButton({ frame }: { frame: RefObject<HTMLIFrameElement | null> }) {
  const { t } = useI18n();
  const [refused, setRefused] = useState(false);
  const open = () => {
    setRefused(false);
    frame.current?.requestFullscreen().catch(() => setRefused(true));
  };
  return (
    <Tooltip title={refused ? t("viewer.noFullScreen") : ""} open={refused} onClose={() => setRefused(false)}>
      <Button startIcon={<Maximize size={14} aria-hidden />} onClick={open} sx={{ mr: -1, color: "text.secondary" }}>
        {t("viewer.fullScreen")}
      </Button>
    </Tooltip>
  );
}
