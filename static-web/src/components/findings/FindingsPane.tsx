"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { FindingsList } from "@/components/findings/FindingsList";
import { UndecidedCount } from "@/components/findings/UndecidedCount";
import { PaneHeading } from "@/components/reading/PaneHeading";
import { useReading } from "@/components/reading/ReadingContext";
import { useLiveAnalysis } from "@/components/studies/UseLiveAnalysis";
import { useFindings, usePatientStudies, useStudy } from "@/core/api/UseApi";
import { describeStudy } from "@/core/format/Describe";
import { useI18n } from "@/core/i18n/I18n";

/** The AI findings of the study in hand, for the radiologist to decide. */
export function FindingsPane() {
  const { t, language } = useI18n();
  const { mrn, focused } = useReading();
  const newest = usePatientStudies(mrn).data?.[0]?.study_instance_uid ?? null;
  const uid = focused ?? newest;
  useLiveAnalysis(uid);
  const { data: study } = useStudy(uid);
  const { data: findings } = useFindings(uid);
  return (
    <>
      <PaneHeading title={t("findings.title")}>{findings && <UndecidedCount findings={findings} />}</PaneHeading>
      <Box sx={{ flex: 1, minHeight: 0, overflow: "auto", p: 2, display: "flex", flexDirection: "column", gap: 1.5 }}>
        {study && (
          <Typography variant="caption" color="textSecondary" data-testid="findings-study">
            {describeStudy(study, language, t)}
          </Typography>
        )}
        {uid && <FindingsList key={uid} study={uid} />}
      </Box>
    </>
  );
}
