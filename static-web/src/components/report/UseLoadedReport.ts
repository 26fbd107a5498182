"use client";

import { useEffect, useState } from "react";
import { ApiService, type Versioned } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type { Report } from "@/core/api/Types";

interface Answer {
  readonly study: string;
  readonly loaded?: Versioned<Report>;
  readonly error?: unknown;
}

/** The report as the server has it now: never an older one from a cache, because it is about to be edited. */
export function useLoadedReport(study: string | null) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!study) return;
    let current = true;
    const settle = (next: Answer) => current && setAnswer(next);
    ApiService.instance
      .getVersioned<Report>(paths.report(study))
      .then((loaded) => settle({ study, loaded }))
      .catch((error: unknown) => settle({ study, error }));
    return () => {
      current = false;
    };
  }, [study, attempt]);
  const known = answer?.study === study ? answer : null;
  return { loaded: known?.loaded, error: known?.error, reload: () => setAttempt((count) => count + 1) };
}
