"use client";

import Box from "@mui/material/Box";
import InputBase from "@mui/material/InputBase";
import Typography from "@mui/material/Typography";
import { useId, type ReactNode } from "react";
import type { SectionName } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly name: SectionName;
  readonly text: string;
  readonly readOnly: boolean;
  readonly onText: (text: string) => void;
  readonly children?: ReactNode;
}

const letter = { fontSize: 15, lineHeight: 1.65, color: "text.primary" };

/** A section as in print: a heading, and the text under it, which is the field. */
export function ReportSection({ name, text, readOnly, onText, children }: Props) {
  const { t } = useI18n();
  const heading = useId();
  return (
    <Box component="section" aria-labelledby={heading} data-testid={`section-${name}`}>
      <Typography id={heading} variant="h2" component="h2" sx={{ mb: 0.25 }}>
        {t(`report.${name}`)}
      </Typography>
      {children}
      {readOnly ? (
        <Typography sx={{ ...letter, whiteSpace: "pre-wrap" }}>{text || (children ? "" : "–")}</Typography>
      ) : (
        <InputBase
          multiline
          fullWidth
          value={text}
          onChange={(event) => onText(event.target.value)}
          placeholder={t("report.emptySection")}
          inputProps={{ "aria-labelledby": heading, spellCheck: true }}
          sx={{
            ...letter,
            mx: -1,
            px: 1,
            py: 0.25,
            width: "calc(100% + 16px)",
            borderRadius: 0.75,
            "&:hover": { bgcolor: "raised" },
            "&.Mui-focused": { bgcolor: "background.default", outline: "2px solid", outlineColor: "primary.main" },
            "& textarea:focus-visible": { outline: "none" },
            "& textarea::placeholder": { color: "text.secondary", opacity: 0.8 },
          }}
        />
      )}
    </Box>
  );
}
