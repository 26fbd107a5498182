import { ApiError } from "@/core/api/ApiError";
import { formatDuration } from "@/core/format/Duration";
import { texts } from "@/core/i18n/Texts";
import type { PlainTextKey, Translator } from "@/core/i18n/Translate";

/** The sentence to show for an error: ours where its reason is known, else the server's own, or that it did not answer. */
export function problemText(error: unknown, t: Translator): string {
  if (!(error instanceof ApiError)) return t("common.noAnswer");
  if (error.status === 429 && error.wait) return t("common.tooMany", { time: formatDuration(error.wait, t) });
  const key = `refused.${error.reason}`;
  return key in texts.en ? t(key as PlainTextKey) : error.detail;
}
