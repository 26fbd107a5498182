"use client";

import Typography from "@mui/material/Typography";
import Box from "@mui/material/Box";
import { WhoSawLink } from "@/components/audit/WhoSawLink";
import { PageTitle } from "@/components/basics/PageTitle";
import { Problem } from "@/components/basics/Problem";
import { RegisteredPatientActions } from "@/components/patients/RegisteredPatientActions";
import { useReading } from "@/components/reading/ReadingContext";
import { PatientHeader } from "@/components/studies/PatientHeader";
import { UploadButton } from "@/components/upload/UploadButton";
import { ApiError } from "@/core/api/ApiError";
import { usePatient, usePatientStudies } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** The head of the patient page; the panes below belong to both reading pages. */
export function PatientPage() {
  const { t } = useI18n();
  const { mrn } = useReading();
  const { data, error, mutate } = usePatient(mrn);
  const { data: studies, mutate: refreshStudies } = usePatientStudies(mrn);
  const patient = data?.[0];
  const unknown = error instanceof ApiError && error.status === 404;
  if (!mrn) return <Typography sx={{ p: 2 }}>{t("shell.noPatient")}</Typography>;
  return (
    <Box sx={{ flexShrink: 0 }}>
      <PageTitle title={patient?.name ?? t("patient.title")} />
      {error ? (
        <Problem error={unknown ? new ApiError(404, t("shell.noPatient")) : error} onRetry={() => void mutate()} />
      ) : (
        <PatientHeader patient={patient}>
          {studies?.length === 0 && <RegisteredPatientActions mrn={mrn} />}
          <WhoSawLink mrn={mrn} />
          <UploadButton mrn={mrn} onStored={() => void refreshStudies()} />
        </PatientHeader>
      )}
    </Box>
  );
}
