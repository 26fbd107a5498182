"use client";

import Box from "@mui/material/Box";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { useState } from "react";
import { FindingsPane } from "@/components/findings/FindingsPane";
import { Pane } from "@/components/reading/Pane";
import { useReading } from "@/components/reading/ReadingContext";
import { ReportPane } from "@/components/report/ReportPane";
import { StudiesPane } from "@/components/studies/StudiesPane";
import { ViewerPane } from "@/components/viewer/ViewerPane";
import { useI18n } from "@/core/i18n/I18n";

type Side = "studies" | "findings";

/** On a small window studies and findings take turns beside the viewer. */
export function NarrowPanes() {
  const { t } = useI18n();
  const { onReport } = useReading();
  const [side, setSide] = useState<Side>("studies");
  const label = onReport ? t("pane.report") : t(`pane.${side}`);
  return (
    <Box
      sx={{
        flex: 1,
        minHeight: 0,
        display: "flex",
        flexDirection: onReport ? "row-reverse" : "row",
        gap: "1px",
        bgcolor: "divider",
      }}
    >
      <Pane label={label} testid={onReport ? "report-pane" : `${side}-pane`} width={onReport ? 440 : 312}>
        {!onReport && (
          <Tabs
            value={side}
            onChange={(_, next: Side) => setSide(next)}
            variant="fullWidth"
            sx={{ minHeight: 40, borderBottom: 1, borderColor: "divider" }}
          >
            <Tab value="studies" label={t("pane.studies")} sx={{ minHeight: 40 }} />
            <Tab value="findings" label={t("pane.findings")} sx={{ minHeight: 40 }} />
          </Tabs>
        )}
        {onReport ? <ReportPane /> : side === "studies" ? <StudiesPane /> : <FindingsPane />}
      </Pane>
      <Pane label={t("pane.viewer")} testid="viewer-pane">
        <ViewerPane />
      </Pane>
    </Box>
  );
}
