"use client";

import ButtonBase from "@mui/material/ButtonBase";
import { useReading } from "@/components/reading/ReadingContext";
import { Thumbnail } from "@/components/studies/Thumbnail";
import { paths } from "@/core/api/Paths";
import type { Finding } from "@/core/api/Types";
import { describeLabel } from "@/core/format/Describe";
import { useI18n } from "@/core/i18n/I18n";

/** The image with its heat map, small; pressed, the viewer goes there. */
export function HeatmapButton({ finding }: { finding: Finding }) {
  const { t } = useI18n();
  const { show } = useReading();
  const {
    study_instance_uid: study,
    series_instance_uid: series,
    sop_instance_uid: instance,
    heatmap_url: heatmap,
  } = finding;
  const label = t("findings.showImage", { label: describeLabel(finding.label, t) });
  return (
    <ButtonBase
      onClick={() => show(finding)}
      aria-label={label}
      title={label}
      data-testid="show-finding"
      sx={{ borderRadius: 0.5, "&:hover > div": { borderColor: "primary.main" } }}
    >
      <Thumbnail source={paths.instanceThumbnail(study, series, instance)} label="" size={56}>
        {heatmap && <img src={heatmap} alt="" loading="lazy" decoding="async" />}
      </Thumbnail>
    </ButtonBase>
  );
}
