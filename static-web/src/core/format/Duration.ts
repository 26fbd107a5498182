import type { Translator } from "@/core/i18n/Translate";

/** "40 seconds", "3 minutes". */
export function formatDuration(seconds: number, t: Translator): string {
  return seconds < 100
    ? t("common.seconds", { count: seconds })
    : t("common.minutes", { count: Math.ceil(seconds / 60) });
}
