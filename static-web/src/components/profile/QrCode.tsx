"use client";

import { useMemo } from "react";
import { encode } from "uqr";
import { administration } from "@/core/themes/Tokens";

const QUIET = 3; // modules of margin, so that a camera finds the corners
const SIDE = 168; // px

/** A QR code, dark on light in either theme: some cameras read no other. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = useMemo(() => encode(text, { border: QUIET }), [text]);
  const modules = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg
      role="img"
      aria-label={label}
      width={SIDE}
      height={SIDE}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      style={{ flexShrink: 0, borderRadius: 6, border: `1px solid ${administration.border}` }}
    >
      <rect width={size} height={size} fill={administration.surface} />
      <path d={modules} fill={administration.text} />
    </svg>
  );
}
