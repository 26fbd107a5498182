"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { Check, X } from "lucide-react";
import { Key } from "@/components/basics/Key";
import { DecidedLine } from "@/components/findings/DecidedLine";
import type { Decisions } from "@/components/findings/UseDecisions";
import type { Finding } from "@/core/api/Types";
import { useMay } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly finding: Finding;
  readonly decisions: Decisions;
  readonly asking: boolean;
}

/** "Add this finding to your report?", until it is decided; then what was decided. */
export function FindingDecision({ finding, decisions, asking }: Props) {
  const { t } = useI18n();
  const may = useMay("findings.decide");
  if (finding.status !== "undecided") return <DecidedLine finding={finding} onUndo={() => decisions.undo(finding)} />;
  if (!may) return null;
  return (
    <Box role="group" aria-label={t("findings.question")} sx={{ display: "grid", gap: 0.75 }}>
      {asking && <Typography variant="body2">{t("findings.question")}</Typography>}
      <Box sx={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 1 }}>
        <Button
          variant="outlined"
          startIcon={<Check size={14} aria-hidden />}
          onClick={() => decisions.decide(finding, "approve")}
          aria-keyshortcuts="a"
        >
          <ButtonText text={t("findings.approve")} hotkey="A" />
        </Button>
        <Button
          variant="outlined"
          startIcon={<X size={14} aria-hidden />}
          onClick={() => decisions.decide(finding, "decline")}
          aria-keyshortcuts="d"
        >
          <ButtonText text={t("findings.decline")} hotkey="D" />
        </Button>
      </Box>
    </Box>
  );
}

function ButtonText({ text, hotkey }: { text: string; hotkey: string }) {
  return (
    <>
      <Box component="span" sx={{ mr: 0.75 }}>
        {text}
      </Box>
      <span aria-hidden>
        <Key>{hotkey}</Key>
      </span>
    </>
  );
}
