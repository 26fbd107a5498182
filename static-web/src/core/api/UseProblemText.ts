"use client";

import { ApiError } from "@/core/api/ApiError";
import { useI18n } from "@/core/i18n/I18n";

/** The sentence to show for an error: the server's own, or that it did not answer. */
export function useProblemText(error: unknown): string {
  const { t } = useI18n();
  return error instanceof ApiError ? error.detail : t("common.noAnswer");
}
