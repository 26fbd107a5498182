"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import type { FindingProps } from "@/components/findings/FindingCard";
import { FindingNote } from "@/components/findings/FindingNote";
import { FindingSentence } from "@/components/report/FindingSentence";
import { useI18n } from "@/core/i18n/I18n";

/** An approved finding in the text: its sentence, its description to write on, and the way back. */
export function ApprovedFinding({ finding, decisions, selected, onSelect }: FindingProps) {
  const { t } = useI18n();
  return (
    <Box
      component="li"
      data-testid="approved-finding"
      aria-current={selected ? "true" : undefined}
      onFocus={onSelect}
      sx={{
        pl: 1.5,
        ml: -1.5,
        boxShadow: (theme) => (selected ? `inset 2px 0 0 ${theme.vars?.palette.primary.main}` : "none"),
      }}
    >
      <Box sx={{ display: "flex", alignItems: "center", gap: 1 }}>
        <Box sx={{ flex: 1 }}>
          <FindingSentence
            reported={{
              finding_id: finding.id,
              label: finding.label,
              probability: finding.probability,
              description: "",
            }}
            finding={finding}
          />
        </Box>
        <Button onClick={() => decisions.undo(finding)} sx={{ color: "text.secondary", minHeight: 28 }}>
          {t("findings.undo")}
        </Button>
      </Box>
      <FindingNote finding={finding} decisions={decisions} inLetter />
    </Box>
  );
}
