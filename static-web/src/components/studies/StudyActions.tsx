"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import Link from "next/link";
import { useReading } from "@/components/reading/ReadingContext";
import { useAnalyse } from "@/components/studies/UseAnalyse";
import type { Study } from "@/core/api/Types";
import { useMay } from "@/core/api/UseApi";
import { useProblemText } from "@/core/api/UseProblemText";
import { useI18n } from "@/core/i18n/I18n";

/** What a radiologist does with a study: look at it, have it analysed, report it. */
export function StudyActions({ study }: { study: Study }) {
  const { t } = useI18n();
  const { loaded, load } = useReading();
  const may = useMay("analyses.run");
  const uid = study.study_instance_uid;
  const { analyse, busy, error } = useAnalyse(uid);
  const problem = useProblemText(error);
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 0.75, "& .MuiButton-root": { px: 1 } }}>
      <Button variant="outlined" onClick={() => load(uid)} aria-current={loaded === uid ? "true" : undefined}>
        {t("studies.load")}
      </Button>
      {may && (
        <Button variant="outlined" onClick={analyse} disabled={busy}>
          {t("studies.analyse")}
        </Button>
      )}
      <Button variant="outlined" component={Link} href={`/report?study=${encodeURIComponent(uid)}`}>
        {t("studies.report")}
      </Button>
      {error ? (
        <Typography variant="caption" color="error" role="alert" sx={{ width: "100%" }}>
          {problem}
        </Typography>
      ) : null}
    </Box>
  );
}
