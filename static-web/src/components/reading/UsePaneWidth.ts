"use client";

import { useStored } from "@/core/UseStored";

export interface PaneWidth {
  readonly width: number;
  readonly set: (width: number) => void;
  readonly reset: () => void;
}

/** The width of a pane in px, as this browser remembers it. */
export function usePaneWidth(pane: string, initial: number, limits: { min: number; max: number }): PaneWidth {
  const [stored, store] = useStored(`pane.${pane}`);
  const wanted = Number(stored ?? initial) || initial;
  return {
    width: Math.min(limits.max, Math.max(limits.min, wanted)),
    set: (width) => store(String(width)),
    reset: () => store(null),
  };
}
