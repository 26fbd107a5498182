"use client";

import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { Cut } from "@/components/basics/Cut";
import { Mono } from "@/components/basics/Mono";
import type { Patient } from "@/core/api/Types";
import { describeAge } from "@/core/format/Describe";
import { useI18n } from "@/core/i18n/I18n";

/** COMUNIX · MRN #IYET5.0 · 1941-09-01 · 83 years old · F, always in the same place. */
export function PatientHeader({ patient, children }: { patient: Patient | undefined; children?: ReactNode }) {
  const { t } = useI18n();
  return (
    <Box
      data-testid="patient-header"
      sx={{
        height: 48,
        px: 2,
        display: "flex",
        alignItems: "center",
        gap: 2,
        bgcolor: "background.paper",
        borderBottom: 1,
        borderColor: "divider",
      }}
    >
      <Typography variant="h1" sx={{ minWidth: 0 }}>
        {patient ? <Cut>{patient.name || t("patient.unknownName")}</Cut> : <Skeleton width={160} />}
      </Typography>
      {patient && (
        <>
          <Typography variant="body2" color="textSecondary" noWrap data-testid="mrn">
            {t("patient.mrn")}
            <Mono>{patient.mrn}</Mono>
          </Typography>
          <Typography
            variant="body2"
            color="textSecondary"
            noWrap
            sx={{ fontVariantNumeric: "tabular-nums", flexShrink: 0 }}
          >
            {patient.birth_date ?? t("patient.unknownBirthDate")} · {describeAge(patient.age, t)} ·{" "}
            {patient.sex ?? t("patient.unknownSex")}
          </Typography>
        </>
      )}
      <Box sx={{ flex: 1 }} />
      {children}
    </Box>
  );
}
