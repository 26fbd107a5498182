"use client";

import Box from "@mui/material/Box";
import FormControlLabel from "@mui/material/FormControlLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import Typography from "@mui/material/Typography";
import type { SectionName } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import type { Choice } from "@/core/report/Sections";

interface Props {
  readonly name: SectionName;
  readonly mine: string;
  readonly theirs: string;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
}

/** The two versions of one section, and which of them the report shall say. */
export function ConflictSection({ name, mine, theirs, choice, onChoice }: Props) {
  const { t } = useI18n();
  const title = t(`report.${name}`);
  return (
    <Box sx={{ display: "grid", gap: 0.5 }}>
      <Typography variant="h3" component="h3">
        {title}
      </Typography>
      <Box sx={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 1 }}>
        <Version label={t("report.yours")} text={mine} chosen={choice !== "theirs"} />
        <Version label={t("report.theirs")} text={theirs} chosen={choice !== "mine"} />
      </Box>
      <RadioGroup row aria-label={title} value={choice} onChange={(_, value) => onChoice(value as Choice)}>
        <Option value="mine" label={t("report.yours")} />
        <Option value="theirs" label={t("report.theirs")} />
        <Option value="both" label={t("report.both")} />
      </RadioGroup>
    </Box>
  );
}

function Version({ label, text, chosen }: { label: string; text: string; chosen: boolean }) {
  const { t } = useI18n();
  return (
    <Box
      sx={{
        p: 1,
        border: 1,
        borderColor: chosen ? "primary.main" : "divider",
        borderRadius: 0.75,
        color: chosen ? "text.primary" : "text.secondary",
      }}
    >
      <Typography variant="caption" color="textSecondary">
        {label}
      </Typography>
      <Typography variant="body2" sx={{ whiteSpace: "pre-wrap", maxHeight: 160, overflow: "auto" }}>
        {text || t("report.emptyText")}
      </Typography>
    </Box>
  );
}

function Option({ value, label }: { value: Choice; label: string }) {
  return (
    <FormControlLabel
      value={value}
      control={<Radio size="small" sx={{ p: 0.5 }} />}
      label={label}
      slotProps={{ typography: { variant: "body2" } }}
    />
  );
}
