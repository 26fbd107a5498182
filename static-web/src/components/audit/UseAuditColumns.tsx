"use client";

import MuiLink from "@mui/material/Link";
import Link from "next/link";
import { AuditDeed } from "@/components/audit/AuditDeed";
import { AuditOutcome } from "@/components/audit/AuditOutcome";
import { Cut } from "@/components/basics/Cut";
import { Mono } from "@/components/basics/Mono";
import type { Column } from "@/components/table/Column";
import { LongText } from "@/components/table/LongText";
import type { AuditRow } from "@/core/api/Types";
import { formatInstant } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";

/** When, who, what, whom it was about, with which result, from where. */
export function useAuditColumns(ofAll: boolean): readonly Column<AuditRow>[] {
  const { t, language } = useI18n();
  const about: Column<AuditRow> = ofAll
    ? { id: "organization_id", label: t("audit.organization"), grow: 1.3, cell: (row) => row.organization_id ?? "" }
    : { id: "patient", label: t("audit.patient"), grow: 1.1, cell: ({ patient }) => <Patient mrn={patient} /> };
  return [
    { id: "at", label: t("audit.when"), grow: 1.7, cell: ({ at }) => formatInstant(at, language) },
    { id: "actor_name", label: t("audit.who"), grow: 1.4, cell: (row) => row.actor_name || t("audit.nobody") },
    { id: "action", label: t("audit.what"), grow: 2.2, cell: (row) => <AuditDeed row={row} /> },
    about,
    { id: "outcome", label: t("audit.result"), grow: 1.1, cell: (row) => <AuditOutcome row={row} /> },
    {
      id: "address",
      label: t("audit.where"),
      grow: 1.2,
      wideOnly: true,
      cell: ({ address, location }) => <LongText>{[address, location].filter(Boolean).join(" · ")}</LongText>,
    },
  ];
}

function Patient({ mrn }: { mrn: string }) {
  if (!mrn) return null;
  return (
    <Cut title={mrn}>
      <MuiLink component={Link} href={`/patient?mrn=${encodeURIComponent(mrn)}`} underline="hover" color="textPrimary">
        <Mono>{mrn}</Mono>
      </MuiLink>
    </Cut>
  );
}
