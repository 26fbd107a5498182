"use client";

import TableCell from "@mui/material/TableCell";
import TableRow from "@mui/material/TableRow";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { Cut } from "@/components/basics/Cut";
import { ModalityTag } from "@/components/basics/ModalityTag";
import { Mono } from "@/components/basics/Mono";
import { StudyState } from "@/components/worklist/StudyState";
import type { WorklistItem } from "@/core/api/Types";
import { formatDate, formatTimeOfDay } from "@/core/format/Dates";
import { shortAge } from "@/core/format/Describe";
import { useI18n } from "@/core/i18n/I18n";

/** For cells that a small window leaves out. */
export const onlyOnWide = { display: { xs: "none", lg: "table-cell" } } as const;

/** For words of any length: a share of the table, and what does not fit into it is cut. */
const share = (percent: number) => ({ width: `${percent}%`, maxWidth: 0 });

/** One study; the whole row opens its patient, the name is the link for the keyboard. */
export function WorklistRow({ item }: { item: WorklistItem }) {
  const { t, language } = useI18n();
  const router = useRouter();
  const { study, unread } = item;
  const { patient } = study;
  const href = `/patient?mrn=${encodeURIComponent(patient.mrn)}&study=${study.study_instance_uid}`;
  return (
    <TableRow
      hover
      data-testid="worklist-row"
      data-study={study.study_instance_uid}
      onClick={() => router.push(href)}
      sx={{ cursor: "pointer", "&:last-child td": { borderBottom: 0 } }}
    >
      <TableCell sx={{ color: "text.secondary" }}>
        {study.date
          ? `${formatDate(study.date, language)} ${study.time ? formatTimeOfDay(study.time) : ""}`
          : t("studies.noDate")}
      </TableCell>
      <TableCell
        sx={{
          fontWeight: unread ? 600 : 400,
          ...share(20),
          "& a": { color: "text.primary", textDecoration: "none", "&:hover": { textDecoration: "underline" } },
        }}
      >
        <Cut title={patient.name}>
          <Link href={href} onClick={(event) => event.stopPropagation()}>
            {patient.name || t("patient.unknownName")}
          </Link>
        </Cut>
      </TableCell>
      <TableCell sx={share(14)}>
        <Cut title={patient.mrn}>
          <Mono>{patient.mrn}</Mono>
        </Cut>
      </TableCell>
      <TableCell>{shortAge(patient.age, t)}</TableCell>
      <TableCell sx={onlyOnWide}>{patient.sex}</TableCell>
      <TableCell>
        <ModalityTag modalities={study.modalities} />
      </TableCell>
      <TableCell sx={share(20)}>
        <Cut>{study.description}</Cut>
      </TableCell>
      <TableCell sx={{ ...share(15), color: "text.secondary", ...onlyOnWide }}>
        <Cut>{study.referring_physician}</Cut>
      </TableCell>
      <TableCell align="right" sx={onlyOnWide}>
        {study.instance_count}
      </TableCell>
      <TableCell data-testid="study-state" sx={{ minWidth: 140 }}>
        <StudyState item={item} />
      </TableCell>
    </TableRow>
  );
}
