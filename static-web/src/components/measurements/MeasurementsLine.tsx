"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { Ruler } from "lucide-react";
import { useState } from "react";
import { Cut } from "@/components/basics/Cut";
import { MeasurementsState } from "@/components/measurements/MeasurementsState";
import { PublishDialog } from "@/components/measurements/PublishDialog";
import { useMeasurements } from "@/components/measurements/UseMeasurements";
import { VersionsDialog } from "@/components/measurements/VersionsDialog";
import { useMay } from "@/core/api/UseApi";
import { formatInstant } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";

/** What was measured in a study, by whom, and whether the PACS has it; nothing where nobody has measured. */
export function MeasurementsLine({ study }: { study: string }) {
  const { t, language } = useI18n();
  const { data, current, publish, choose } = useMeasurements(study);
  const [asked, ask] = useState<"publish" | "versions" | null>(null);
  const may = useMay("reports.write");
  if (!data || !current) return null;
  const publishable = may && data.state !== "published";
  const saved = t("measurements.by", { author: current.author, when: formatInstant(current.saved_at, language) });
  return (
    <Box data-testid="measurements" data-state={data.state} sx={{ display: "flex", gap: 1, pb: 1.5 }}>
      <Box component={Ruler} size={14} aria-hidden sx={{ mt: "3px", flexShrink: 0, color: "text.secondary" }} />
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography variant="body2" component="div" sx={{ fontWeight: 500 }}>
          {t("measurements.count", { count: current.count })}
        </Typography>
        <Typography variant="caption" color="textSecondary" component="div">
          <Cut>{saved}</Cut>
        </Typography>
        <MeasurementsState measurements={data} current={current} />
        <Box sx={{ display: "flex", flexWrap: "wrap", gap: 0.75, mt: 0.75, "& .MuiButton-root": { px: 1 } }}>
          {publishable && (
            <Button variant="outlined" onClick={() => ask("publish")}>
              {t(`measurements.publish.${data.destination}`)}
            </Button>
          )}
          <Button onClick={() => ask("versions")} sx={{ color: "text.secondary", ml: publishable ? 0 : -1 }}>
            {t("measurements.versions", { count: data.versions.length })}
          </Button>
        </Box>
      </Box>
      {asked === "publish" && (
        <PublishDialog
          version={current}
          destination={data.destination}
          publish={() => publish(current.number)}
          onClose={() => ask(null)}
        />
      )}
      {asked === "versions" && (
        <VersionsDialog versions={data.versions} choose={may ? choose : null} onClose={() => ask(null)} />
      )}
    </Box>
  );
}
