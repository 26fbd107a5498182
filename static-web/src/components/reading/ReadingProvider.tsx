"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState, type ReactNode } from "react";
import { ReadingContext, type Reading } from "@/components/reading/ReadingContext";
import { useOpenings } from "@/components/reading/UseOpenings";
import { useViewerFrame } from "@/components/reading/UseViewerFrame";

/** Holds what the panes share. The address says which study is open, so that it can be kept and sent on. */
export function ReadingProvider({ children }: { children: ReactNode }) {
  const query = useSearchParams();
  const onReport = usePathname().startsWith("/report");
  const mrn = query.get("mrn");
  const loaded = query.get("study");
  const [chosen, setChosen] = useState<{ mrn: string | null; study: string } | null>(null);
  const focused = chosen && chosen.mrn === mrn && !onReport ? chosen.study : loaded;

  const focus = useCallback((study: string) => setChosen({ mrn, study }), [mrn]);
  const load = useCallback(
    (study: string) => {
      const next = new URLSearchParams(window.location.search);
      next.set("study", study);
      window.history.replaceState(null, "", `${window.location.pathname}?${next.toString()}`);
      setChosen({ mrn, study });
    },
    [mrn],
  );
  const viewer = useViewerFrame(loaded, load);
  useOpenings(mrn, viewer.viewerState === "rendered" ? loaded : null);

  const reading = useMemo<Reading>(
    () => ({ mrn, onReport, loaded, focused, load, focus, ...viewer }),
    [mrn, onReport, loaded, focused, load, focus, viewer],
  );
  return <ReadingContext value={reading}>{children}</ReadingContext>;
}
