"use client";

import { FormProblem } from "@/components/basics/FormProblem";
import type { Wait } from "@/components/signin/UseWait";
import { formatDuration } from "@/core/format/Duration";
import { useI18n } from "@/core/i18n/I18n";

/** Says once how long to wait; the button beside it counts. */
export function WaitNote({ wait }: { wait: Wait }) {
  const { t } = useI18n();
  return <FormProblem text={wait.whole ? t("common.tooMany", { time: formatDuration(wait.whole, t) }) : null} />;
}
