"use client";

import Typography from "@mui/material/Typography";
import type { Language } from "@/core/api/Types";
import { formatClock } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";
import { sentenceFor } from "@/core/i18n/Sentences";
import type { Translator } from "@/core/i18n/Translate";
import type { SaveState } from "@/core/report/ReportAutosave";

interface Props {
  readonly save: SaveState;
  readonly updatedAt: string | null;
}

/** "Saved 12:04", "Saving…", "Not saved: …": always in words. */
export function SaveStateText({ save, updatedAt }: Props) {
  const { t, language } = useI18n();
  const wrong = save.kind === "refused" || save.kind === "offline" || save.kind === "conflict";
  return (
    <Typography
      role="status"
      data-testid="save-state"
      data-state={save.kind}
      variant="body2"
      color={wrong ? "warning" : "textSecondary"}
      sx={{ lineHeight: 1.35 }}
    >
      {saveText(save, updatedAt, language, t)}
    </Typography>
  );
}

function saveText(save: SaveState, updatedAt: string | null, language: Language, t: Translator): string {
  switch (save.kind) {
    case "clean":
      return updatedAt ? t("report.saved", { time: formatClock(updatedAt, language) }) : t("report.notYetSaved");
    case "saved":
      return t("report.saved", { time: formatClock(save.at, language) });
    case "refused":
      return t("report.refused", { detail: sentenceFor(save.detail, t, t("status.422")) });
    default:
      return t(`report.${save.kind}`);
  }
}
