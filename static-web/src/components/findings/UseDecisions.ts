"use client";

import { useCallback, useRef, useState } from "react";
import { useSWRConfig } from "swr";
import { useReading } from "@/components/reading/ReadingContext";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type { Finding } from "@/core/api/Types";

export type Decision = "approve" | "decline";

export interface Decisions {
  readonly decide: (finding: Finding, decision: Decision, reason?: string) => void;
  readonly undo: (finding: Finding) => void;
  readonly describe: (finding: Finding, description: string) => void;
  /** The last decision that the server refused, and why. */
  readonly refused: { readonly finding: string; readonly error: unknown } | null;
}

/** Decisions show at once and are taken back if the server refuses them. It hears of each when it has taken the one before. */
export function useDecisions(): Decisions {
  const { mutate } = useSWRConfig();
  const { tellFindingsChanged } = useReading();
  const [refused, setRefused] = useState<Decisions["refused"]>(null);
  const before = useRef<Promise<unknown>>(Promise.resolve());

  const apply = useCallback(
    async (finding: Finding, expected: Partial<Finding>, request: () => Promise<Finding>) => {
      const replaced =
        (found: Finding) =>
        (list: Finding[] = []) =>
          list.map((each) => (each.id === found.id ? found : each));
      setRefused(null);
      try {
        const key = paths.findings(finding.study_instance_uid);
        const answer = before.current.then(request, request);
        before.current = answer;
        const settled = async (list?: Finding[]) => replaced(await answer)(list);
        const optimisticData = replaced({ ...finding, ...expected });
        await mutate<Finding[]>(key, settled, { optimisticData, rollbackOnError: true, revalidate: false });
        tellFindingsChanged();
      } catch (error) {
        setRefused({ finding: finding.id, error });
      }
    },
    [mutate, tellFindingsChanged],
  );

  const api = ApiService.instance;
  return {
    refused,
    decide: (finding, decision, reason) =>
      void apply(finding, { status: decision === "approve" ? "approved" : "declined", reason: reason ?? null }, () =>
        api.post<Finding>(paths.decision(finding.id), reason ? { decision, reason } : { decision }),
      ),
    undo: (finding) =>
      void apply(finding, { status: "undecided", reason: null }, () => api.delete<Finding>(paths.decision(finding.id))),
    describe: (finding, description) =>
      void apply(finding, { description }, () => api.patch<Finding>(paths.finding(finding.id), { description })),
  };
}
