import type { Language } from "@/core/api/Types";

const KEY = "imagini.language";
const listeners = new Set<() => void>();

/** The language of this browser: the one chosen before, otherwise the browser's own. */
export function currentLanguage(): Language {
  const stored = localStorage.getItem(KEY);
  if (stored === "en" || stored === "es") return stored;
  return navigator.language.toLowerCase().startsWith("es") ? "es" : "en";
}

export function rememberLanguage(language: Language): void {
  if (currentLanguage() === language) return;
  localStorage.setItem(KEY, language);
  listeners.forEach((listener) => listener());
}

export function subscribeToLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
