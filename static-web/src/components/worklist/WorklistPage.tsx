"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useSWRConfig } from "swr";
import { PageTitle } from "@/components/basics/PageTitle";
import { Problem } from "@/components/basics/Problem";
import { UploadButton } from "@/components/upload/UploadButton";
import { WorklistTable } from "@/components/worklist/WorklistTable";
import { useRecentStudies } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** The studies that came last, one click from the patient. */
export function WorklistPage() {
  const { t } = useI18n();
  const { data: studies, error, mutate } = useRecentStudies();
  const { mutate: refresh } = useSWRConfig();
  return (
    <Box sx={{ p: 2, display: "flex", flexDirection: "column", gap: 1.5, minHeight: 0, flex: 1 }}>
      <PageTitle title={t("shell.dashboard")} />
      <Box sx={{ display: "flex", alignItems: "baseline", gap: 1.5, minHeight: 32 }}>
        <Typography variant="h1">{t("worklist.title")}</Typography>
        <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
          {studies && t("worklist.count", { count: studies.length })}
        </Typography>
        <UploadButton onStored={() => void refresh(isStudyList)} />
      </Box>
      {error ? <Problem error={error} onRetry={() => void mutate()} /> : <WorklistTable studies={studies} />}
    </Box>
  );
}

function isStudyList(key: unknown): boolean {
  return typeof key === "string" && /^\/api\/(studies\?|patients)/.test(key);
}
