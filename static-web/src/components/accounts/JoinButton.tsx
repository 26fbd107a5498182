"use client";

import Button from "@mui/material/Button";
import { useState } from "react";
import { FormProblem } from "@/components/basics/FormProblem";
import { problemText } from "@/core/api/ProblemText";
import { useI18n } from "@/core/i18n/I18n";

/** One press is all that is left to do. */
export function JoinButton({ label, onJoin }: { label: string; onJoin: () => Promise<void> }) {
  const { t } = useI18n();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const press = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await onJoin();
    } catch (error) {
      setProblem(problemText(error, t));
      setBusy(false);
    }
  };
  return (
    <>
      <FormProblem text={problem} />
      <Button
        variant="contained"
        onClick={press}
        disabled={busy}
        aria-busy={busy}
        sx={{ minHeight: 40, whiteSpace: "normal" }}
      >
        {label}
      </Button>
    </>
  );
}
