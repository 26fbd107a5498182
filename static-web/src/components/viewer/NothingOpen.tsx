"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useReading } from "@/components/reading/ReadingContext";
import { Thumbnail } from "@/components/studies/Thumbnail";
import { NoImages } from "@/components/viewer/NoImages";
import { paths } from "@/core/api/Paths";
import type { Study } from "@/core/api/Types";
import { usePatient, usePatientStudies, useSeries } from "@/core/api/UseApi";
import { describeStudy, hasPictures, nameOfImages } from "@/core/format/Describe";
import { useI18n } from "@/core/i18n/I18n";

/** Before anything is open: the newest study in pictures, and the one button that opens it. */
export function NothingOpen() {
  const { mrn } = useReading();
  const studies = usePatientStudies(mrn).data;
  const patient = usePatient(mrn).data?.[0];
  const newest = studies?.[0];
  return (
    <Box sx={{ flex: 1, display: "grid", placeContent: "center", p: 3, overflow: "auto" }}>
      {newest && <NewestStudy study={newest} />}
      {patient && studies?.length === 0 && <NoImages patient={patient} />}
    </Box>
  );
}

function NewestStudy({ study }: { study: Study }) {
  const { t, language } = useI18n();
  const { load } = useReading();
  const uid = study.study_instance_uid;
  const shown = useSeries(uid).data?.filter(({ modality }) => hasPictures(modality));
  return (
    <Box sx={{ display: "grid", gap: 2, justifyItems: "center", textAlign: "center" }}>
      <Box>
        <Typography variant="caption" color="textSecondary">
          {t("viewer.newest")}
        </Typography>
        <Typography sx={{ fontWeight: 600 }}>{describeStudy(study, language, t)}</Typography>
      </Box>
      <Box sx={{ display: "flex", flexWrap: "wrap", justifyContent: "center", gap: 1, minHeight: 146 }}>
        {shown?.slice(0, 6).map(({ series_instance_uid, modality, description }) => (
          <Thumbnail
            key={series_instance_uid}
            size={144}
            source={paths.seriesThumbnail(uid, series_instance_uid)}
            label={t("studies.thumbnailOf", { series: nameOfImages(modality, description) })}
          />
        ))}
      </Box>
      <Button variant="contained" size="medium" onClick={() => load(uid)}>
        {t("viewer.openNewest")}
      </Button>
    </Box>
  );
}
