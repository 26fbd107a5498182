"use client";

import { useState } from "react";
import { ApiService } from "@/core/api/ApiService";
import type { SourceCheck } from "@/core/api/Types";
import { added, type CheckLine, type CheckProgress } from "@/core/organizations/CheckProgress";

export interface ConnectionCheck {
  /** null: none has been started. */
  readonly progress: CheckProgress | null;
  readonly running: boolean;
  readonly error: unknown;
  /** Resolves to what was found out; null where it could not be asked. */
  readonly start: (path: string, body?: unknown) => Promise<SourceCheck | null>;
  readonly forget: () => void;
}

/** A connection check, told step by step while it runs. */
export function useConnectionCheck(): ConnectionCheck {
  const [progress, setProgress] = useState<CheckProgress | null>(null);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const start = async (path: string, body: unknown = {}) => {
    let now: CheckProgress = { done: [], check: null };
    setProgress(now);
    setError(null);
    setRunning(true);
    try {
      for await (const line of ApiService.instance.lines<CheckLine>(path, body)) {
        now = added(now, line);
        setProgress(now);
      }
    } catch (caught) {
      setProgress(null);
      setError(caught);
    }
    setRunning(false);
    return now.check;
  };

  const forget = () => {
    setProgress(null);
    setError(null);
  };

  return { progress, running, error, start, forget };
}
