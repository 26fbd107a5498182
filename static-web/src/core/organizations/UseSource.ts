"use client";

import { useState } from "react";
import { useSWRConfig } from "swr";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type { Organization, Source } from "@/core/api/Types";
import { accessOf, draftOf, isSame, keepsSecret, problemsOf, type SourceDraft } from "@/core/organizations/SourceDraft";
import { useConnectionCheck } from "@/core/organizations/UseConnectionCheck";
import { useSubmit } from "@/core/UseSubmit";

/** What is typed about an organization's source, saved and checked. */
export function useSource({ name, source }: Organization) {
  const { mutate } = useSWRConfig();
  const [draft, setDraft] = useState(() => draftOf(source));
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState(false);
  const check = useConnectionCheck();
  const { run, busy, error, forget } = useSubmit();
  const keeps = keepsSecret(draft, source);
  const problems = problemsOf(draft, keeps);
  const isRight = Object.keys(problems).length === 0;
  const refresh = () => mutate(paths.organization(name));

  const change = (typed: Partial<SourceDraft>) => {
    setDraft({ ...draft, ...typed });
    setSaved(false);
    forget();
    if (!check.running) check.forget();
  };

  const checkKept = async () => {
    await check.start(paths.sourceCheck(name));
    await refresh();
  };

  /** What is kept, while nothing else is typed; else what is typed. */
  const checkIt = () => {
    setTried(true);
    if (isSame(draft, draftOf(source))) void checkKept();
    else if (isRight) void check.start(paths.sourceTrial, { url: draft.url.trim(), ...accessOf(draft) });
  };

  const save = () => {
    setTried(true);
    if (!isRight) return;
    void run(async () => {
      const url = draft.type === "pacs" ? draft.url.trim() : null;
      const kept = await ApiService.instance.set<Source>(paths.source(name), { url, ...accessOf(draft) });
      await refresh();
      setDraft(draftOf(kept));
      setSaved(true);
      if (kept.type === "pacs") void checkKept();
    });
  };

  return { draft, keeps, problems: tried ? problems : {}, change, check, checkIt, save, busy, saved, error };
}
