"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { ConflictSection } from "@/components/report/ConflictSection";
import type { Report, ReportSections } from "@/core/api/Types";
import { formatClock } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";
import { firstChoices, merged, SECTION_NAMES, type Choices } from "@/core/report/Sections";

interface Props {
  readonly mine: ReportSections;
  readonly base: ReportSections;
  readonly theirs: Report;
  readonly onResolve: (sections: ReportSections) => void;
}

/** Two people wrote: both texts side by side, section by section, and nothing lost. */
export function ReportConflict({ mine, base, theirs, onResolve }: Props) {
  const { t, language } = useI18n();
  const [choices, setChoices] = useState<Choices>(() => firstChoices(base, mine, theirs.sections));
  const time = theirs.updated_at ? formatClock(theirs.updated_at, language) : "";
  return (
    <Box
      component="section"
      role="alert"
      data-testid="report-conflict"
      sx={{
        m: 1.5,
        p: 2,
        flex: "none",
        maxHeight: "55%",
        overflow: "auto",
        display: "grid",
        gap: 1.5,
        border: 1,
        borderColor: "warning.main",
        borderRadius: 1,
      }}
    >
      <Box>
        <Typography variant="h2" component="h2" color="warning">
          {t("report.conflictTitle", { name: theirs.updated_by ?? t("report.conflictSomebody"), time })}
        </Typography>
        <Typography variant="body2">{t("report.conflictText")}</Typography>
      </Box>
      {SECTION_NAMES.filter((name) => mine[name] !== theirs.sections[name]).map((name) => (
        <ConflictSection
          key={name}
          name={name}
          mine={mine[name]}
          theirs={theirs.sections[name]}
          choice={choices[name] ?? "mine"}
          onChoice={(choice) => setChoices({ ...choices, [name]: choice })}
        />
      ))}
      <Box>
        <Button variant="contained" onClick={() => onResolve(merged(mine, theirs.sections, choices))}>
          {t("report.saveMerged")}
        </Button>
      </Box>
    </Box>
  );
}
