"use client";

import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import { Problem } from "@/components/basics/Problem";
import { SeriesRow } from "@/components/studies/SeriesRow";
import { useSeries } from "@/core/api/UseApi";
import type { Study } from "@/core/api/Types";
import { describeStudy } from "@/core/format/Describe";
import { useI18n } from "@/core/i18n/I18n";

/** The series of a study, asked for when the study is opened. */
export function SeriesList({ study }: { study: Study }) {
  const { t, language } = useI18n();
  const { data: series, error, mutate } = useSeries(study.study_instance_uid);
  if (error) return <Problem error={error} onRetry={() => void mutate()} />;
  return (
    <Box
      component="ul"
      aria-label={t("studies.seriesOf", { study: describeStudy(study, language, t) })}
      sx={{ m: 0, p: 0, pb: 1.5, listStyle: "none", display: "grid", gap: 1, gridTemplateColumns: "minmax(0, 1fr)" }}
    >
      {series?.map((each) => (
        <SeriesRow key={each.series_instance_uid} study={study.study_instance_uid} series={each} />
      )) ??
        Array.from({ length: Math.max(1, study.series_count) }, (_, index) => (
          <Skeleton key={index} component="li" height={56} />
        ))}
    </Box>
  );
}
