"use client";

import { FormProblem } from "@/components/accounts/FormProblem";
import type { Wait } from "@/components/signin/UseWait";
import { useI18n } from "@/core/i18n/I18n";
import type { Translator } from "@/core/i18n/Translate";

/** Says once how long to wait; the button beside it counts. */
export function WaitNote({ wait }: { wait: Wait }) {
  const { t } = useI18n();
  return <FormProblem text={wait.whole ? t("signIn.tooMany", { time: duration(wait.whole, t) }) : null} />;
}

/** "40 seconds", "3 minutes". */
export function duration(seconds: number, t: Translator): string {
  return seconds < 100
    ? t("signIn.seconds", { count: seconds })
    : t("signIn.minutes", { count: Math.ceil(seconds / 60) });
}
