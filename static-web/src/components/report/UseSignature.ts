"use client";

import { useState } from "react";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { problemText } from "@/core/api/ProblemText";
import type { Report } from "@/core/api/Types";
import { useFindings } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";
import type { ReportAutosave } from "@/core/report/ReportAutosave";

/** Signing: at once when every finding is decided, otherwise after a reason. The server has the last word. */
export function useSignature(study: string, autosave: ReportAutosave, onSigned: (report: Report) => void) {
  const { t } = useI18n();
  const { data: findings = [], mutate } = useFindings(study);
  const undecided = findings.filter(({ status }) => status === "undecided").length;
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const send = async (reason?: string) => {
    if (!(await autosave.flush())) return;
    setBusy(true);
    setProblem(null);
    try {
      const body = reason ? { override_reason: reason } : {};
      onSigned(await ApiService.instance.post<Report>(paths.signature(study), body));
      setAsking(false);
    } catch (error) {
      setProblem(problemText(error, t));
      void mutate();
    } finally {
      setBusy(false);
    }
  };

  return {
    undecided,
    asking,
    busy,
    problem,
    ask: () => (undecided > 0 ? setAsking(true) : void send()),
    sign: (reason: string) => void send(reason),
    close: () => setAsking(false),
  };
}
