"use client";

import Box from "@mui/material/Box";
import { FindingSentence } from "@/components/report/FindingSentence";
import { FindingsToDecide } from "@/components/report/FindingsToDecide";
import type { Finding, Report, ReportFinding } from "@/core/api/Types";
import { useFindings } from "@/core/api/UseApi";

/** The approved findings as sentences, and those that still wait; a signed report keeps what was signed. */
export function ReportFindings({ report }: { report: Report }) {
  const { data: findings = [] } = useFindings(report.study_instance_uid);
  const signed = report.status === "signed";
  const approved = signed ? report.findings : findings.filter(({ status }) => status === "approved").map(asReported);
  return (
    <Box sx={{ display: "grid", gap: 1, mb: 0.5 }}>
      {!signed && <FindingsToDecide findings={findings} />}
      {approved.length > 0 && (
        <Box component="ul" data-testid="approved-findings" sx={{ m: 0, p: 0, listStyle: "none", display: "grid", gap: 0.25 }}>
          {approved.map((each) => (
            <FindingSentence key={each.finding_id} reported={each} finding={findings.find(({ id }) => id === each.finding_id)} />
          ))}
        </Box>
      )}
    </Box>
  );
}

function asReported({ id, label, probability, description }: Finding): ReportFinding {
  return { finding_id: id, label, probability, description };
}
