"use client";

import { useEffect, useRef } from "react";
import { useSWRConfig } from "swr";
import { useReading } from "@/components/reading/ReadingContext";
import { paths } from "@/core/api/Paths";
import type { Analysis } from "@/core/api/Types";
import { isUnderWay, useAnalyses } from "@/core/api/UseApi";

/** The newest analysis of a study while it goes on; when it ends, findings are asked for anew. */
export function useLiveAnalysis(study: string | null): Analysis | undefined {
  const { tellFindingsChanged } = useReading();
  const { mutate } = useSWRConfig();
  const latest = useAnalyses(study).data?.[0];
  const underWay = latest ? isUnderWay(latest) : false;
  const was = useRef(underWay);
  useEffect(() => {
    const ended = was.current && !underWay;
    was.current = underWay;
    if (!ended || !study) return;
    void mutate(paths.findings(study)).then(tellFindingsChanged);
  }, [underWay, study, mutate, tellFindingsChanged]);
  return latest;
}
