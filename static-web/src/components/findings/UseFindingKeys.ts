"use client";

import { useState } from "react";
import type { Decisions } from "@/components/findings/UseDecisions";
import type { Finding } from "@/core/api/Types";
import { useShortcuts } from "@/core/keyboard/UseShortcuts";

/** j and k move along the findings; a, d and u decide the one they stand on. */
export function useFindingKeys(findings: readonly Finding[], decisions: Decisions, show: (finding: Finding) => void) {
  const [selectedId, select] = useState<string | null>(null);
  const selected = findings.find(({ id }) => id === selectedId) ?? findings[0];

  const move = (step: number) => {
    const from = selectedId === null ? -Math.sign(step) : findings.findIndex(({ id }) => id === selected?.id);
    const next = findings[Math.max(0, Math.min(findings.length - 1, from + step))];
    if (!next) return;
    select(next.id);
    show(next);
  };

  const onSelected = (act: (finding: Finding) => void, allowed: (finding: Finding) => boolean) => () => {
    if (selected && allowed(selected)) act(selected);
  };
  const undecided = ({ status }: Finding) => status === "undecided";

  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    a: onSelected((finding) => decisions.decide(finding, "approve"), undecided),
    d: onSelected((finding) => decisions.decide(finding, "decline"), undecided),
    u: onSelected(decisions.undo, (finding) => !undecided(finding)),
  });
  return { selected: selected?.id ?? null, select };
}
