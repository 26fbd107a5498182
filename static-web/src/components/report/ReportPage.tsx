"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { PageTitle } from "@/components/basics/PageTitle";
import { Problem } from "@/components/basics/Problem";
import { useReading } from "@/components/reading/ReadingContext";
import { PatientHeader } from "@/components/studies/PatientHeader";
import { useStudy } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** The head of the report page: whose report, and the way back to the patient. */
export function ReportPage() {
  const { t } = useI18n();
  const { loaded } = useReading();
  const { data: study, error } = useStudy(loaded);
  const back =
    study &&
    `/patient?mrn=${encodeURIComponent(study.patient.mrn)}&study=${encodeURIComponent(study.study_instance_uid)}`;
  return (
    <Box sx={{ flexShrink: 0 }}>
      <PageTitle title={`${t("report.title")} ${study?.patient.name ?? ""}`} />
      {error ? (
        <Problem error={error} />
      ) : (
        <PatientHeader patient={study?.patient}>
          {back && (
            <Button component={Link} href={back} variant="outlined" startIcon={<ArrowLeft size={15} aria-hidden />}>
              {t("report.backToPatient")}
            </Button>
          )}
        </PatientHeader>
      )}
    </Box>
  );
}
