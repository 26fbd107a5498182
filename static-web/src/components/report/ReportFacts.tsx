"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Report } from "@/core/api/Types";
import { formatDate, formatInstant } from "@/core/format/Dates";
import { describeAge, describeSex, nameOfImages } from "@/core/format/Describe";
import { useI18n } from "@/core/i18n/I18n";

/** Who and what the report is about, from the DICOM of the study. */
export function ReportFacts({ report }: { report: Report }) {
  const { t, language } = useI18n();
  const { patient, study } = report;
  const birth = patient.birth_date && `${patient.birth_date}${patient.age ? ` (${describeAge(patient.age, t)})` : ""}`;
  const facts = [
    [t("report.patientName"), patient.name],
    [t("report.mrn"), patient.mrn],
    [t("report.birthDate"), birth],
    [t("report.gender"), describeSex(patient.sex, t)],
    [t("report.studyDate"), study.date && formatDate(study.date, language)],
    [t("report.referrer"), study.referring_physician],
    [t("report.study"), nameOfImages(study.modalities.join("/"), study.description)],
    [t("report.accession"), study.accession_number],
    [t("report.author"), report.author ?? t("report.noAuthor")],
    [t("report.date"), report.report_date ? formatInstant(report.report_date, language) : t("report.noDate")],
  ] as const;
  return (
    <Box
      component="dl"
      data-testid="report-facts"
      sx={{
        m: 0,
        display: "grid",
        gridTemplateColumns: "repeat(auto-fit, minmax(180px, 1fr))",
        columnGap: 3,
        rowGap: 1,
        pb: 2,
        borderBottom: 1,
        borderColor: "divider",
      }}
    >
      {facts.map(([name, value]) => (
        <Box key={name}>
          <Typography component="dt" variant="caption" color="textSecondary">
            {name}
          </Typography>
          <Typography component="dd" sx={{ m: 0 }}>
            {value || t("common.unknown")}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
