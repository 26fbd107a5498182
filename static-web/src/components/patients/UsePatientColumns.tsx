"use client";

import MuiLink from "@mui/material/Link";
import Link from "next/link";
import { Cut } from "@/components/basics/Cut";
import { Mono } from "@/components/basics/Mono";
import type { Column } from "@/components/table/Column";
import { LongText } from "@/components/table/LongText";
import type { PatientRow } from "@/core/api/Types";
import { formatDate, formatInstant } from "@/core/format/Dates";
import { shortAge } from "@/core/format/Describe";
import { useI18n } from "@/core/i18n/I18n";

export function usePatientColumns(): readonly Column<PatientRow>[] {
  const { t, language } = useI18n();
  return [
    { id: "name", label: t("patients.name"), sortable: true, grow: 2, cell: ({ patient }) => <Name {...patient} /> },
    { id: "mrn", label: t("patients.mrn"), sortable: true, cell: ({ patient }) => <MrnText>{patient.mrn}</MrnText> },
    {
      id: "birth_date",
      label: t("patients.birthDate"),
      sortable: true,
      grow: 1.1,
      cell: ({ patient }) => (patient.birth_date ? formatDate(patient.birth_date, language) : ""),
    },
    { id: "age", label: t("patients.age"), grow: 0.5, cell: ({ patient }) => shortAge(patient.age, t) },
    { id: "sex", label: t("patients.sex"), grow: 0.5, cell: ({ patient }) => patient.sex ?? "" },
    {
      id: "origin",
      label: t("patients.origin"),
      grow: 1.5,
      wideOnly: true,
      cell: ({ origin, registered_by }) =>
        origin === "images" ? t("patients.fromImages") : t("patients.registered", { name: registered_by }),
    },
    {
      id: "registered_at",
      label: t("patients.since"),
      sortable: true,
      grow: 1.6,
      cell: ({ registered_at }) => (registered_at ? formatInstant(registered_at, language) : ""),
    },
  ];
}

function MrnText({ children }: { children: string }) {
  return (
    <LongText>
      <Mono>{children}</Mono>
    </LongText>
  );
}

function Name({ mrn, name }: { mrn: string; name: string }) {
  const { t } = useI18n();
  return (
    <Cut title={name}>
      <MuiLink
        component={Link}
        href={`/patient?mrn=${encodeURIComponent(mrn)}`}
        underline="hover"
        color="textPrimary"
        sx={{ fontWeight: 500 }}
      >
        {name || t("patient.unknownName")}
      </MuiLink>
    </Cut>
  );
}
