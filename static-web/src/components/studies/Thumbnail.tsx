"use client";

import Box from "@mui/material/Box";
import { ImageOff } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  /** null: there is nothing to be seen. */
  readonly source: string | null;
  readonly label: string;
  readonly size: number;
  /** Laid over the image in the same place: a heat map. */
  readonly children?: ReactNode;
}

/** A small picture on black, of one size whether it comes or not. */
export function Thumbnail({ source, label, size, children }: Props) {
  const { t } = useI18n();
  const [missing, setMissing] = useState(false);
  return (
    <Box
      sx={{
        width: size,
        height: size,
        flexShrink: 0,
        position: "relative",
        display: "grid",
        placeItems: "center",
        overflow: "hidden",
        borderRadius: 0.5,
        border: 1,
        borderColor: "divider",
        bgcolor: "#000",
        color: "#7d8fa1",
        "& img": { position: "absolute", inset: 0, width: "100%", height: "100%", objectFit: "contain" },
      }}
    >
      {missing || source === null ? (
        <ImageOff size={16} role="img" aria-label={`${label}: ${t("studies.noPicture")}`} />
      ) : (
        <img src={source} alt={label} loading="lazy" decoding="async" onError={() => setMissing(true)} />
      )}
      {children}
    </Box>
  );
}
