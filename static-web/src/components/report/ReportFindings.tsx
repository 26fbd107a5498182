"use client";

import Box from "@mui/material/Box";
import { ModelNotice } from "@/components/findings/ModelNotice";
import { useDecisions } from "@/components/findings/UseDecisions";
import { useFindingKeys } from "@/components/findings/UseFindingKeys";
import { useReading } from "@/components/reading/ReadingContext";
import { ApprovedFinding } from "@/components/report/ApprovedFinding";
import { DeclinedFinding } from "@/components/report/DeclinedFinding";
import { FindingSentence } from "@/components/report/FindingSentence";
import { FindingsToDecide } from "@/components/report/FindingsToDecide";
import { useLiveAnalysis } from "@/components/studies/UseLiveAnalysis";
import type { Report, ReportFinding } from "@/core/api/Types";
import { useFindings } from "@/core/api/UseApi";

/** Of a draft: findings to decide, then the approved as sentences. Of a signed report: what was signed. */
export function ReportFindings({ report }: { report: Report }) {
  const { data: findings = [] } = useFindings(report.study_instance_uid);
  if (report.status === "draft") return <DraftFindings study={report.study_instance_uid} />;
  const known = (reported: ReportFinding) => findings.find(({ id }) => id === reported.finding_id);
  return (
    <Box sx={{ display: "grid", gap: 1, mb: 0.5 }}>
      <ModelNotice findings={report.findings.map(known).filter((finding) => finding !== undefined)} />
      <Box component="ul" data-testid="approved-findings" sx={{ m: 0, p: 0, listStyle: "none" }}>
        {report.findings.map((each) => (
          <li key={each.finding_id}>
            <FindingSentence reported={each} finding={known(each)} />
          </li>
        ))}
      </Box>
    </Box>
  );
}

function DraftFindings({ study }: { study: string }) {
  const { show } = useReading();
  useLiveAnalysis(study);
  const { data: findings = [] } = useFindings(study);
  const decisions = useDecisions();
  const { selected, select } = useFindingKeys(findings, decisions, show);
  if (findings.length === 0) return null;
  const having = (status: string) => findings.filter((finding) => finding.status === status);
  const props = (id: string) => ({ decisions, selected: id === selected, onSelect: () => select(id) });
  return (
    <Box sx={{ display: "grid", gap: 1, mb: 0.5 }}>
      <ModelNotice findings={findings} />
      <FindingsToDecide findings={having("undecided")} propsOf={props} />
      {having("approved").length > 0 && (
        <Box
          component="ul"
          data-testid="approved-findings"
          sx={{ m: 0, p: 0, listStyle: "none", display: "grid", gap: 0.5 }}
        >
          {having("approved").map((finding) => (
            <ApprovedFinding key={finding.id} finding={finding} {...props(finding.id)} />
          ))}
        </Box>
      )}
      {having("declined").map((finding) => (
        <DeclinedFinding key={finding.id} finding={finding} {...props(finding.id)} />
      ))}
    </Box>
  );
}
