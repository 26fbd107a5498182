"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useEffect, useRef } from "react";
import { FindingDecision } from "@/components/findings/FindingDecision";
import { FindingHeading } from "@/components/findings/FindingHeading";
import { FindingNote } from "@/components/findings/FindingNote";
import type { Decisions } from "@/components/findings/UseDecisions";
import type { Finding } from "@/core/api/Types";
import { useProblemText } from "@/core/api/UseProblemText";

export interface FindingProps {
  readonly finding: Finding;
  readonly decisions: Decisions;
  readonly selected: boolean;
  readonly onSelect: () => void;
  /** Ask in words, as the report does. */
  readonly asking?: boolean;
}

/** One finding: what and how likely, where, and the decision. */
export function FindingCard({ finding, decisions, selected, onSelect, asking = false }: FindingProps) {
  const card = useRef<HTMLLIElement>(null);
  const problem = useProblemText(decisions.refused?.error);
  const wasSelected = useRef(selected); // a page that opens stays at its top
  useEffect(() => {
    if (selected && !wasSelected.current) card.current?.scrollIntoView({ block: "nearest" });
    wasSelected.current = selected;
  }, [selected]);
  return (
    <Box
      component="li"
      ref={card}
      data-testid="finding-card"
      data-finding={finding.id}
      data-status={finding.status}
      aria-current={selected ? "true" : undefined}
      onClick={onSelect}
      onFocus={onSelect}
      sx={{
        p: 1.5,
        display: "grid",
        gridTemplateColumns: "minmax(0, 1fr)",
        gap: 1.25,
        borderRadius: 1,
        border: 1,
        borderColor: selected ? "primary.main" : "divider",
        bgcolor: "background.default",
      }}
    >
      <FindingHeading finding={finding} />
      <FindingDecision finding={finding} decisions={decisions} asking={asking} />
      <FindingNote finding={finding} decisions={decisions} />
      {decisions.refused?.finding === finding.id && (
        <Typography role="alert" variant="caption" color="error">
          {problem}
        </Typography>
      )}
    </Box>
  );
}
