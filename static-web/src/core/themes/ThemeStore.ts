/** auto: dark where people read, light where they administer; the user may fix either for all. */
export type ThemePreference = "auto" | "dark" | "light";
export type Scheme = "dark" | "light";

const KEY = "imagini.theme";
const listeners = new Set<() => void>();
const ADMINISTRATION_PAGES = /^\/(profile|admin|organization)(\/|$)/;

export function currentPreference(): ThemePreference {
  const stored = localStorage.getItem(KEY);
  return stored === "dark" || stored === "light" ? stored : "auto";
}

export function rememberPreference(preference: ThemePreference): void {
  localStorage.setItem(KEY, preference);
  listeners.forEach((listener) => listener());
}

export function subscribeToPreference(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The colour scheme of a page under a preference. */
export function schemeOf(page: string, preference: ThemePreference): Scheme {
  if (preference !== "auto") return preference;
  return ADMINISTRATION_PAGES.test(page) ? "light" : "dark";
}

/**
 * Runs before the first paint, inline in <head>: sets the scheme, and hides the English
 * prerendered text for the blink until a Spanish reader's text has replaced it.
 */
export const firstPaintScript = `(function(){var d=document.documentElement,p=null,l=null;
try{p=localStorage.getItem("${KEY}");l=localStorage.getItem("imagini.language")}catch(e){}
d.dataset.scheme=p==="dark"||p==="light"?p:${ADMINISTRATION_PAGES.toString()}.test(location.pathname)?"light":"dark";
l=l||(navigator.language.toLowerCase().indexOf("es")===0?"es":"en");
if(l!=="en"){d.lang=l;d.dataset.translating=""}})()`;
