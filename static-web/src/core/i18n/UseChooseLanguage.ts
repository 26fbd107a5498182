"use client";

import { useCallback } from "react";
import { useSWRConfig } from "swr";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type { Language, Me } from "@/core/api/Types";
import { rememberLanguage } from "@/core/i18n/LanguageStore";

/** Changes the language at once, and with the account of whoever is signed in. */
export function useChooseLanguage(): (language: Language) => void {
  const { cache, mutate } = useSWRConfig();
  return useCallback(
    (language) => {
      rememberLanguage(language);
      if (!cache.get(paths.me)?.data) return;
      // The page already speaks the language; if the account cannot be told, the next sign-in asks again.
      void mutate(paths.me, ApiService.instance.patch<Me>(paths.me, { language }), { revalidate: false }).catch(
        () => undefined,
      );
    },
    [cache, mutate],
  );
}
