"use client";

import { useSyncExternalStore } from "react";
import { ApiError } from "@/core/api/ApiError";
import { problemText } from "@/core/api/ProblemText";
import { useI18n } from "@/core/i18n/I18n";

const never = () => () => undefined;
const read = () => new URLSearchParams(window.location.search).get("problem");

/** Why a way through Microsoft's sign-in ended here: the address says it (`?problem=`). */
export function useArrivalProblem(): string | null {
  const { t } = useI18n();
  const reason = useSyncExternalStore(never, read, () => null);
  return reason ? problemText(new ApiError(0, t("signIn.microsoftFailed"), {}, reason), t) : null;
}
