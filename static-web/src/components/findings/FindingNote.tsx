"use client";

import InputBase from "@mui/material/InputBase";
import { useState } from "react";
import type { Decisions } from "@/components/findings/UseDecisions";
import type { Finding } from "@/core/api/Types";
import { useMay } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

const letter = { fontSize: 15, lineHeight: 1.65 };

interface Props {
  readonly finding: Finding;
  readonly decisions: Decisions;
  /** Without a frame, as part of the report's text. */
  readonly inLetter?: boolean;
}

/** The description of a finding, or the reason for declining it; saved when the field is left. */
export function FindingNote({ finding, decisions, inLetter = false }: Props) {
  const { t } = useI18n();
  const may = useMay("findings.decide");
  const declined = finding.status === "declined";
  const kept = (declined ? finding.reason : finding.description) ?? "";
  const [draft, setDraft] = useState<string | null>(null);
  const label = declined ? t("findings.reason") : t("findings.description");

  const save = () => {
    const text = (draft ?? kept).trim();
    setDraft(null);
    if (text === kept) return;
    if (declined) decisions.decide(finding, "decline", text);
    else decisions.describe(finding, text);
  };

  const look = inLetter
    ? { ...letter, mx: -1, width: "calc(100% + 16px)", "&:hover": { bgcolor: "raised" } }
    : { fontSize: 13, lineHeight: 1.5, border: 1, borderColor: "divider" };

  return (
    <InputBase
      multiline
      readOnly={!may}
      value={draft ?? kept}
      placeholder={label}
      inputProps={{ "aria-label": label }}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
      sx={{
        ...look,
        px: 1,
        py: 0.5,
        borderRadius: 0.75,
        "&.Mui-focused": { outline: "2px solid", outlineColor: "primary.main", outlineOffset: -1 },
        "& textarea:focus-visible": { outline: "none" },
        "& textarea::placeholder": { color: "text.secondary", opacity: 1 },
      }}
    />
  );
}
