"use client";

import { problemText } from "@/core/api/ProblemText";
import { useI18n } from "@/core/i18n/I18n";

/** The sentence to show for an error. */
export function useProblemText(error: unknown): string {
  const { t } = useI18n();
  return problemText(error, t);
}
