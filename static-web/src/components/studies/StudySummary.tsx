"use client";

import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import Typography from "@mui/material/Typography";
import { Cut } from "@/components/basics/Cut";
import { ModalityTag } from "@/components/basics/ModalityTag";
import type { Study } from "@/core/api/Types";
import { formatDate } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly study: Study;
  readonly open: boolean;
  readonly controls: string;
  readonly onToggle: () => void;
}

/** The line of a study; "+" opens its series, "−" closes them. */
export function StudySummary({ study, open, controls, onToggle }: Props) {
  const { t, language } = useI18n();
  return (
    <ButtonBase
      onClick={onToggle}
      aria-expanded={open}
      aria-controls={controls}
      sx={{
        width: "100%",
        px: 2,
        py: 1,
        gap: 1,
        alignItems: "flex-start",
        justifyContent: "flex-start",
        textAlign: "left",
        "&:hover": { bgcolor: "raised" },
      }}
    >
      <Box
        component="span"
        aria-hidden
        sx={{
          width: 16,
          lineHeight: "20px",
          fontSize: 16,
          color: "text.secondary",
          textAlign: "center",
          flexShrink: 0,
        }}
      >
        {open ? "−" : "+"}
      </Box>
      <Box component="span" sx={{ minWidth: 0, flex: 1 }}>
        <Box component="span" sx={{ display: "flex", alignItems: "center", gap: 1 }}>
          <Typography component="span" variant="body2" sx={{ fontWeight: 600, fontVariantNumeric: "tabular-nums" }}>
            {study.date ? formatDate(study.date, language) : t("studies.noDate")}
          </Typography>
          <ModalityTag modalities={study.modalities} />
        </Box>
        <Typography component="span" variant="body2" sx={{ display: "block" }}>
          <Cut>{study.description || t("studies.noDescription")}</Cut>
        </Typography>
        <Typography component="span" variant="caption" color="textSecondary" sx={{ display: "block" }}>
          {t("studies.series", { count: study.series_count })} · {t("studies.images", { count: study.instance_count })}
        </Typography>
      </Box>
    </ButtonBase>
  );
}
