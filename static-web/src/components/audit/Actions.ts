import type { AuditRow } from "@/core/api/Types";
import { texts, type TextKey } from "@/core/i18n/Texts";
import type { Translator } from "@/core/i18n/Translate";

/** What somebody did, in plain words; an action that is not known yet by its own name. */
export function describeAction(action: string, t: Translator): string {
  const key = `audit.action.${action}`;
  return Object.hasOwn(texts.en, key) ? t(key as Extract<TextKey, `audit.action.${string}`>) : action;
}

/** Actions whose detail somebody has written, for others to read. */
const WRITTEN = new Set(["emergency.open", "finding.decline", "report.sign"]);

/** More about it, where there is something to read. */
export function detailOf(row: AuditRow, t: Translator): string {
  if (row.outcome === "denied") return "";
  if (row.action === "images.store") return t("audit.detail.images.store", { count: Number(row.detail) });
  return WRITTEN.has(row.action) ? row.detail : "";
}
