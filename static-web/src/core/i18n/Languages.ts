import type { Language } from "@/core/api/Types";

/** Each language by its own name: whoever needs it can read it. */
export const LANGUAGES: readonly { readonly code: Language; readonly name: string }[] = [
  { code: "en", name: "English" },
  { code: "es", name: "Español" },
];
