"use client";

import Box from "@mui/material/Box";
import { BadgeCheck, PencilLine } from "lucide-react";
import type { Report } from "@/core/api/Types";
import { formatInstant } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";

/** Draft, or signed by whom and when. Green is for "signed" alone. */
export function ReportStatus({ report }: { report: Report }) {
  const { t, language } = useI18n();
  const signed = report.status === "signed";
  const Icon = signed ? BadgeCheck : PencilLine;
  const date = report.report_date ? formatInstant(report.report_date, language) : "";
  const text =
    signed && report.author ? t("report.signedBy", { name: report.author, date }) : t(`report.${report.status}`);
  return (
    <Box
      data-testid="report-status"
      sx={{
        display: "inline-flex",
        alignItems: "center",
        gap: 0.75,
        fontSize: 13,
        fontWeight: 500,
        flexShrink: signed ? 1 : 0,
        color: signed ? "success.main" : "text.secondary",
      }}
    >
      <Icon size={15} aria-hidden />
      {text}
    </Box>
  );
}
