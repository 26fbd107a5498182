import { ApiError } from "@/core/api/ApiError";
import { formatDuration } from "@/core/format/Duration";
import { sentenceFor } from "@/core/i18n/Sentences";
import { texts } from "@/core/i18n/Texts";
import type { PlainTextKey, Translator } from "@/core/i18n/Translate";

/**
 * The sentence to show for an error, in the reader's language: ours where its reason is known, else the server's own,
 * else what its status means; or that nobody answered.
 */
export function problemText(error: unknown, t: Translator): string {
  if (!(error instanceof ApiError)) return t("common.noAnswer");
  if (error.status === 429 && error.wait) return t("common.tooMany", { time: formatDuration(error.wait, t) });
  return known(`refused.${error.reason}`, t) ?? sentenceFor(error.detail, t, statusText(error.status, t));
}

/** What is wrong with single fields, by their names. */
export function fieldTexts(error: unknown, t: Translator): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  const said = Object.entries(error.fields);
  return Object.fromEntries(said.map(([field, text]) => [field, sentenceFor(text, t, t("refused.field"))]));
}

function statusText(status: number, t: Translator): string {
  return known(`status.${status}`, t) ?? t(status >= 500 ? "status.500" : "status.400");
}

function known(key: string, t: Translator): string | null {
  return key in texts.en ? t(key as PlainTextKey) : null;
}
