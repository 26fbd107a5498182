"use client";

import { createContext, useContext, type RefObject } from "react";
import type { Finding } from "@/core/api/Types";

export type ViewerState = "empty" | "loading" | "ready" | "rendered";

/** What the panes of the reading pages share: the study in the viewer, and how to talk to it. */
export interface Reading {
  readonly mrn: string | null;
  readonly onReport: boolean;
  /** The study in the viewer. */
  readonly loaded: string | null;
  /** The study whose findings are shown: the last one loaded or analysed. */
  readonly focused: string | null;
  readonly viewerState: ViewerState;
  readonly frame: RefObject<HTMLIFrameElement | null>;
  readonly load: (study: string) => void;
  readonly focus: (study: string) => void;
  readonly show: (finding: Finding) => void;
  readonly tellFindingsChanged: () => void;
}

export const ReadingContext = createContext<Reading | null>(null);

export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error("useReading belongs on a reading page");
  return reading;
}
