"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { Cut } from "@/components/basics/Cut";
import { Thumbnail } from "@/components/studies/Thumbnail";
import { paths } from "@/core/api/Paths";
import type { Series } from "@/core/api/Types";
import { hasPictures, nameOfImages } from "@/core/format/Describe";
import { useI18n } from "@/core/i18n/I18n";

/** Number, modality, description, body part and images of a series, beside its first image. */
export function SeriesRow({ study, series }: { study: string; series: Series }) {
  const { t } = useI18n();
  const name = nameOfImages(series.modality, series.description);
  const pictures = hasPictures(series.modality);
  const count = t(pictures ? "studies.images" : "studies.documents", { count: series.instance_count });
  const place = [series.number === null ? "" : `#${series.number}`, series.body_part].filter(Boolean).join(" · ");
  return (
    <Box
      component="li"
      data-testid="series-row"
      data-series={series.series_instance_uid}
      sx={{ display: "flex", gap: 1.25, alignItems: "center", minWidth: 0 }}
    >
      <Thumbnail
        source={pictures ? paths.seriesThumbnail(study, series.series_instance_uid) : null}
        label={pictures ? t("studies.thumbnailOf", { series: name }) : name}
        size={56}
      />
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2" sx={{ fontWeight: 500 }} component="div">
          <Cut>{name}</Cut>
        </Typography>
        <Typography variant="caption" color="textSecondary" component="div">
          <Cut>{[place, count].filter(Boolean).join(" · ")}</Cut>
        </Typography>
      </Box>
    </Box>
  );
}
