"use client";

import Box from "@mui/material/Box";
import { FindingsPane } from "@/components/findings/FindingsPane";
import { Pane } from "@/components/reading/Pane";
import { PaneSeparator } from "@/components/reading/PaneSeparator";
import { useReading } from "@/components/reading/ReadingContext";
import { usePaneWidth } from "@/components/reading/UsePaneWidth";
import { ReportPane } from "@/components/report/ReportPane";
import { StudiesPane } from "@/components/studies/StudiesPane";
import { ViewerPane } from "@/components/viewer/ViewerPane";
import { useI18n } from "@/core/i18n/I18n";

const STUDIES = { min: 260, max: 480 };
const FINDINGS = { min: 260, max: 480 };
const REPORT = { min: 420, max: 880 };

/** Studies, viewer, findings; on the report page the third pane widens and holds the report. */
export function WidePanes() {
  const { t } = useI18n();
  const { onReport } = useReading();
  const studies = usePaneWidth("studies", 352, STUDIES);
  const findings = usePaneWidth("findings", 312, FINDINGS);
  const report = usePaneWidth("report", 600, REPORT);
  const third = onReport ? report : findings;
  const thirdName = onReport ? t("pane.report") : t("pane.findings");
  return (
    <Box
      sx={{
        flex: 1,
        minHeight: 0,
        display: "flex",
        "&:has([role=separator]:active) iframe": { pointerEvents: "none" },
      }}
    >
      {!onReport && (
        <>
          <Pane label={t("pane.studies")} testid="studies-pane" width={studies.width}>
            <StudiesPane />
          </Pane>
          <PaneSeparator
            label={t("pane.resize", { pane: t("pane.studies") })}
            width={studies.width}
            limits={STUDIES}
            sizes="before"
            onWidth={studies.set}
            onReset={studies.reset}
          />
        </>
      )}
      <Pane key="viewer" label={t("pane.viewer")} testid="viewer-pane">
        <ViewerPane />
      </Pane>
      <PaneSeparator
        key="line"
        label={t("pane.resize", { pane: thirdName })}
        width={third.width}
        limits={onReport ? REPORT : FINDINGS}
        sizes="after"
        onWidth={third.set}
        onReset={third.reset}
      />
      <Pane key="third" label={thirdName} testid={onReport ? "report-pane" : "findings-pane"} width={third.width}>
        {onReport ? <ReportPane /> : <FindingsPane />}
      </Pane>
    </Box>
  );
}
