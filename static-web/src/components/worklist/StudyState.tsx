"use client";

import Box from "@mui/material/Box";
import { CircleDot, FilePenLine, ListChecks, ScanSearch, TriangleAlert, type LucideIcon } from "lucide-react";
import type { WorklistItem } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

interface Mark {
  readonly icon: LucideIcon;
  readonly text: string;
  readonly color: string;
  readonly title?: string;
}

/** What a study waits for, the most pressing first; icon and word, never colour alone. */
export function StudyState({ item }: { item: WorklistItem }) {
  const marks = useMarks(item);
  return (
    <Box component="span" sx={{ display: "flex", gap: 1.5, overflow: "hidden" }}>
      {marks.map(({ icon: Icon, text, color, title }) => (
        <Box
          key={text}
          component="span"
          title={title}
          sx={{ display: "inline-flex", alignItems: "center", gap: 0.5, color, whiteSpace: "nowrap", fontSize: 12 }}
        >
          <Icon size={13} aria-hidden />
          {text}
        </Box>
      ))}
    </Box>
  );
}

function useMarks({ failure, undecided, waiting, draft, unread }: WorklistItem): readonly Mark[] {
  const { t } = useI18n();
  const marks: Mark[] = [];
  if (failure) marks.push({ icon: TriangleAlert, text: t("worklist.isFailed"), color: "error.main", title: failure });
  if (undecided > 0)
    marks.push({ icon: ListChecks, text: t("worklist.isUndecided", { count: undecided }), color: "warning.main" });
  if (waiting) marks.push({ icon: ScanSearch, text: t("worklist.isWaiting"), color: "text.secondary" });
  if (draft) marks.push({ icon: FilePenLine, text: t("worklist.isDraft"), color: "text.secondary" });
  if (unread) marks.push({ icon: CircleDot, text: t("worklist.isUnread"), color: "text.primary" });
  return marks;
}
