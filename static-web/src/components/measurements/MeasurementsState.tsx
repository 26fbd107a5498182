"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { CircleCheck, CircleDashed, type LucideIcon } from "lucide-react";
import type { Measurements, MeasurementVersion } from "@/core/api/Types";
import { formatInstant } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly measurements: Measurements;
  readonly current: MeasurementVersion;
}

/** Whether those who do not work with imagini see these measurements too. */
export function MeasurementsState({ measurements: { state, destination }, current }: Props) {
  const { t, language } = useI18n();
  const published = state === "published";
  const Icon: LucideIcon = published ? CircleCheck : CircleDashed;
  const when = current.published_at ? formatInstant(current.published_at, language) : "";
  return (
    <Typography
      variant="caption"
      component="div"
      role="status"
      sx={{
        display: "flex",
        alignItems: "flex-start",
        gap: 0.75,
        color: published ? "text.secondary" : "warning.main",
      }}
    >
      <Icon size={13} aria-hidden style={{ flexShrink: 0, marginTop: 3 }} />
      <Box component="span">
        {published && t("measurements.published", { author: current.published_by ?? "", when })}
        {state === "changed" && t("measurements.changed")}
        {state === "unpublished" && t(`measurements.unpublished.${destination}`)}
      </Box>
    </Typography>
  );
}
