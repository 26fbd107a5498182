"use client";

import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from "react";
import type { Language } from "@/core/api/Types";
import { currentLanguage, subscribeToLanguage } from "@/core/i18n/LanguageStore";
import { translatorFor, type Translator } from "@/core/i18n/Translate";

export interface I18n {
  readonly language: Language;
  readonly t: Translator;
}

const I18nContext = createContext<I18n>({ language: "en", t: translatorFor("en") });

/** Gives every component below the texts of the chosen language. */
export function I18nProvider({ children }: { children: ReactNode }) {
  const language = useSyncExternalStore<Language>(subscribeToLanguage, currentLanguage, () => "en");
  const value = useMemo(() => ({ language, t: translatorFor(language) }), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.removeAttribute("data-translating");
  }, [language]);
  return <I18nContext.Provider value={value}>{children}</I18nContext.Provider>;
}

export function useI18n(): I18n {
  return useContext(I18nContext);
}
