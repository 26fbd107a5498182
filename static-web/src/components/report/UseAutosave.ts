"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { ApiService, type Versioned } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type { Report } from "@/core/api/Types";
import { KeptDraft } from "@/core/report/KeptDraft";
import { ReportAutosave, type Autosaved } from "@/core/report/ReportAutosave";

/** Saves the report of a study while it is on the page; unsaved text survives the page. */
export function useAutosave(
  user: string,
  study: string,
  loaded: Versioned<Report>,
): readonly [Autosaved, ReportAutosave] {
  const [autosave] = useState(() => {
    const api = ApiService.instance;
    const path = paths.report(study);
    const store = {
      get: () => api.getVersioned<Report>(path),
      put: (sections: Report["sections"], etag: string) => api.put<Report>(path, { sections }, etag),
    };
    return new ReportAutosave(loaded, store, new KeptDraft(user, study, localStorage));
  });
  const state = useSyncExternalStore(autosave.subscribe, autosave.snapshot, autosave.snapshot);

  useEffect(() => {
    window.addEventListener("online", autosave.retryNow);
    window.addEventListener("pagehide", autosave.keep);
    return () => {
      window.removeEventListener("online", autosave.retryNow);
      window.removeEventListener("pagehide", autosave.keep);
      void autosave.flush();
      autosave.keep();
    };
  }, [autosave]);
  return [state, autosave];
}
