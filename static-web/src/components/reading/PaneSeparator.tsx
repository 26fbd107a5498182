"use client";

import Box from "@mui/material/Box";
import type { KeyboardEvent, PointerEvent } from "react";

interface Props {
  readonly label: string;
  readonly width: number;
  readonly limits: { readonly min: number; readonly max: number };
  /** Which neighbour it sizes: the pane before it grows to the right, the pane after it to the left. */
  readonly sizes: "before" | "after";
  readonly onWidth: (width: number) => void;
  readonly onReset: () => void;
}

const STEP = 16;

/** The line between two panes: drag it, use the arrow keys, double-click for the first width. */
export function PaneSeparator({ label, width, limits, sizes, onWidth, onReset }: Props) {
  const sign = sizes === "before" ? 1 : -1;
  const set = (next: number) => onWidth(Math.round(Math.min(limits.max, Math.max(limits.min, next))));

  const drag = (down: PointerEvent<HTMLElement>) => {
    const line = down.currentTarget;
    const from = down.clientX;
    line.setPointerCapture(down.pointerId);
    line.onpointermove = (move) => set(width + sign * (move.clientX - from));
    line.onpointerup = () => {
      line.onpointermove = null;
    };
  };

  const press = (event: KeyboardEvent) => {
    const direction = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    set(width + sign * direction * STEP);
  };

  return (
    <Box
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={limits.min}
      aria-valuemax={limits.max}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={press}
      onDoubleClick={onReset}
      sx={{
        width: 9,
        mx: "-4px",
        zIndex: 2,
        flexShrink: 0,
        cursor: "col-resize",
        touchAction: "none",
        display: "flex",
        justifyContent: "center",
        "&::after": { content: '""', width: "1px", bgcolor: "divider" },
        "&:hover::after, &:active::after, &:focus-visible::after": { width: "2px", bgcolor: "primary.main" },
        "&:focus-visible": { outline: "none" },
      }}
    />
  );
}
