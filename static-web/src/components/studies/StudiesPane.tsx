"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { Problem } from "@/components/basics/Problem";
import { PaneHeading } from "@/components/reading/PaneHeading";
import { useReading } from "@/components/reading/ReadingContext";
import { StudiesSkeleton } from "@/components/studies/StudiesSkeleton";
import { StudyRow } from "@/components/studies/StudyRow";
import { usePatient, usePatientStudies } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** How many of the newest studies tell at once whether they were analysed. */
const TOLD_AT_ONCE = 8;

/** The patient's studies, newest first. */
export function StudiesPane() {
  const { t } = useI18n();
  const { mrn } = useReading();
  const { data: studies, error, mutate } = usePatientStudies(mrn);
  const known = Boolean(usePatient(mrn).data);
  return (
    <>
      <PaneHeading title={t("studies.title")}>
        <Typography variant="caption" color="textSecondary">
          {known && studies && t("studies.count", { count: studies.length })}
        </Typography>
      </PaneHeading>
      <Box sx={{ flex: 1, minHeight: 0, overflow: "auto" }}>
        {error ? <Problem error={error} onRetry={() => void mutate()} /> : null}
        {!studies && !error && <StudiesSkeleton />}
        {known && studies?.length === 0 && (
          <Typography variant="body2" color="textSecondary" sx={{ p: 2 }}>
            {t("studies.empty")}
          </Typography>
        )}
        <Box component="ul" aria-label={t("studies.title")} sx={{ m: 0, p: 0, listStyle: "none" }}>
          {studies?.map((study, index) => (
            <StudyRow key={study.study_instance_uid} study={study} tellAnalysis={index < TOLD_AT_ONCE} />
          ))}
        </Box>
      </Box>
    </>
  );
}
