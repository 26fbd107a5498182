"use client";

import Box from "@mui/material/Box";
import { formatPercent } from "@/core/format/Percent";
import { useI18n } from "@/core/i18n/I18n";

/** How likely, from 0 to 1, with a tick at the model's threshold. */
export function ProbabilityBar({ probability, threshold }: { probability: number; threshold: number }) {
  const { t, language } = useI18n();
  const [percent, tick] = [formatPercent(probability, language), formatPercent(threshold, language)];
  return (
    <Box
      role="img"
      aria-label={t("findings.probability", { probability: percent, threshold: tick })}
      sx={{ position: "relative", height: 10, my: 0.25 }}
    >
      <Box sx={{ position: "absolute", inset: "3px 0", borderRadius: 1, bgcolor: "divider" }} />
      <Box
        sx={{
          position: "absolute",
          inset: "3px auto 3px 0",
          width: `${100 * probability}%`,
          borderRadius: 1,
          bgcolor: "text.secondary",
        }}
      />
      <Box
        sx={{
          position: "absolute",
          top: 0,
          bottom: 0,
          left: `${100 * threshold}%`,
          width: "2px",
          ml: "-1px",
          bgcolor: "text.primary",
          outline: "1px solid",
          outlineColor: "background.default",
        }}
      />
    </Box>
  );
}
