"use client";

import { useEffect } from "react";
import type { Me } from "@/core/api/Types";
import { rememberLanguage } from "@/core/i18n/LanguageStore";

/** The language kept with the account is the language of the page. */
export function useAccountLanguage(me: Me | undefined): void {
  const language = me?.user.language;
  useEffect(() => {
    if (language) rememberLanguage(language);
  }, [language]);
}
