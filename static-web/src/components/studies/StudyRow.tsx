"use client";

import Box from "@mui/material/Box";
import { useId, useState } from "react";
import { MeasurementsLine } from "@/components/measurements/MeasurementsLine";
import { useReading } from "@/components/reading/ReadingContext";
import { AnalysisStatus } from "@/components/studies/AnalysisStatus";
import { SeriesList } from "@/components/studies/SeriesList";
import { StudyActions } from "@/components/studies/StudyActions";
import { StudySummary } from "@/components/studies/StudySummary";
import { useLiveAnalysis } from "@/components/studies/UseLiveAnalysis";
import type { Study } from "@/core/api/Types";

interface Props {
  readonly study: Study;
  /** Ask for its analyses even while it is closed. */
  readonly tellAnalysis: boolean;
}

/** A study: one line that opens to its series, what can be done with it, and how its analysis stands. */
export function StudyRow({ study, tellAnalysis }: Props) {
  const uid = study.study_instance_uid;
  const { loaded, focused } = useReading();
  const [toggled, setToggled] = useState<boolean | null>(null);
  const open = toggled ?? loaded === uid;
  const analysis = useLiveAnalysis(tellAnalysis || open ? uid : null);
  const details = useId();
  return (
    <Box
      component="li"
      data-testid="study-row"
      data-study={uid}
      sx={{
        borderBottom: 1,
        borderColor: "divider",
        boxShadow: (theme) => (focused === uid ? `inset 2px 0 0 ${theme.vars?.palette.primary.main}` : "none"),
      }}
    >
      <StudySummary study={study} open={open} controls={details} onToggle={() => setToggled(!open)} />
      <Box sx={{ pl: 5, pr: 2, pb: analysis ? 1 : 0 }}>{analysis && <AnalysisStatus analysis={analysis} />}</Box>
      <Box id={details} hidden={!open} sx={{ pl: 5, pr: 2, pb: 2 }}>
        {open && (
          <>
            <SeriesList study={study} />
            <MeasurementsLine study={uid} />
            <StudyActions study={study} />
          </>
        )}
      </Box>
    </Box>
  );
}
