"use client";

import { useI18n } from "@/core/i18n/I18n";
import { texts } from "@/core/i18n/Texts";
import type { PlainTextKey } from "@/core/i18n/Translate";

/** What the work of a queue is, in words. */
export function useWork(): (queue: string) => string {
  const { t } = useI18n();
  return (queue) => {
    const key = `system.queue.${queue}`;
    return Object.hasOwn(texts.en, key) ? t(key as PlainTextKey) : queue;
  };
}
