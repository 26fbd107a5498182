"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { Cut } from "@/components/basics/Cut";
import type { MeasurementVersion } from "@/core/api/Types";
import { formatInstant } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly version: MeasurementVersion;
  readonly busy: boolean;
  readonly onChoose: (() => void) | null;
}

/** Who saved it when, how much it holds, and whether it was published. */
export function VersionRow({ version, busy, onChoose }: Props) {
  const { t, language } = useI18n();
  const { number, author, count, is_current: current, saved_at: saved, published_at: published } = version;
  const facts = [
    formatInstant(saved, language),
    t("measurements.count", { count }),
    published && t("measurements.inPacs", { when: formatInstant(published, language) }),
  ];
  return (
    <Box
      component="li"
      data-testid="version"
      sx={{ display: "flex", alignItems: "center", gap: 1.5, py: 1.25, borderTop: 1, borderColor: "divider" }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" component="div" sx={{ fontWeight: 500 }}>
          <Cut>{`${t("measurements.version", { number })} · ${author}`}</Cut>
        </Typography>
        <Typography variant="caption" color="textSecondary" component="div">
          {facts.filter(Boolean).join(" · ")}
        </Typography>
      </Box>
      {current && (
        <Typography variant="caption" sx={{ color: "primary.main", flexShrink: 0 }}>
          {t("measurements.current")}
        </Typography>
      )}
      {!current && onChoose && (
        <Button
          variant="outlined"
          disabled={busy}
          onClick={onChoose}
          aria-label={t("measurements.chooseOf", { number })}
          sx={{ flexShrink: 0 }}
        >
          {t("measurements.choose")}
        </Button>
      )}
    </Box>
  );
}
