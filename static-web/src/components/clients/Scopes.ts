import type { Client } from "@/core/api/Types";
import type { Translator } from "@/core/i18n/Translate";

export type Scope = Client["scopes"][number];

/** What a system can be let do; there is nothing else. */
export const SCOPES: readonly Scope[] = ["patients.read", "studies.store"];

export function scopesText(scopes: readonly Scope[], t: Translator): string {
  return SCOPES.filter((scope) => scopes.includes(scope))
    .map((scope) => t(`clients.scope.${scope}`))
    .join(", ");
}
