"use client";

import Box from "@mui/material/Box";
import { useState } from "react";
import { ReportConflict } from "@/components/report/ReportConflict";
import { ReportFacts } from "@/components/report/ReportFacts";
import { ReportFindings } from "@/components/report/ReportFindings";
import { ReportSection } from "@/components/report/ReportSection";
import { ReportToolbar } from "@/components/report/ReportToolbar";
import { useAutosave } from "@/components/report/UseAutosave";
import type { Versioned } from "@/core/api/ApiService";
import type { Report } from "@/core/api/Types";
import { useMay } from "@/core/api/UseApi";
import { SECTION_NAMES } from "@/core/report/Sections";

interface Props {
  readonly study: string;
  readonly user: string;
  readonly loaded: Versioned<Report>;
}

/** Where a report is written: its state above, the letter below. */
export function ReportDesk({ study, user, loaded }: Props) {
  const [autosaved, autosave] = useAutosave(user, study, loaded);
  const [report, setReport] = useState(loaded.body);
  const { sections, base, save } = autosaved;
  const may = useMay("reports.write");
  const signed = report.status === "signed";
  const withFindings = !signed || report.findings.length > 0;
  return (
    <>
      <ReportToolbar report={report} save={save} autosave={autosave} onSigned={setReport} />
      {save.kind === "conflict" && (
        <ReportConflict
          key={save.theirs.etag}
          mine={sections}
          base={base}
          theirs={save.theirs.body}
          onResolve={(merged) => void autosave.resolve(merged)}
        />
      )}
      <Box
        data-testid="report"
        data-status={report.status}
        sx={{ flex: 1, minHeight: 0, overflow: "auto", px: 3, py: 2 }}
      >
        <Box sx={{ maxWidth: 680, mx: "auto", display: "grid", gap: 2 }}>
          <ReportFacts report={report} />
          {SECTION_NAMES.map((name) => (
            <ReportSection
              key={name}
              name={name}
              text={sections[name]}
              readOnly={signed || !may}
              onText={(text) => autosave.edit(name, text)}
            >
              {name === "findings" && withFindings && <ReportFindings report={report} />}
            </ReportSection>
          ))}
        </Box>
      </Box>
    </>
  );
}
