"use client";

import Box from "@mui/material/Box";
import FormControlLabel from "@mui/material/FormControlLabel";
import Switch from "@mui/material/Switch";
import Typography from "@mui/material/Typography";
import { ThresholdRow } from "@/components/organizations/ThresholdRow";
import type { Model } from "@/core/api/Types";
import { describeModel, describeNotice } from "@/core/format/Describe";
import { useI18n } from "@/core/i18n/I18n";
import type { ModelDraft } from "@/core/organizations/ModelDraft";

interface Props {
  readonly model: Model;
  readonly draft: ModelDraft;
  readonly onChange: (draft: ModelDraft) => void;
}

/** One model: whether it reads studies, and from which probability on each of its labels counts. */
export function ModelCard({ model, draft, onChange }: Props) {
  const { t } = useI18n();
  return (
    <Box
      data-testid="model"
      data-model={model.id}
      sx={{ border: 1, borderColor: "divider", borderRadius: 1, p: 2, display: "grid", gap: 1.5 }}
    >
      <Box>
        <FormControlLabel
          control={<Switch size="small" checked={draft.on} onChange={(_, on) => onChange({ ...draft, on })} />}
          label={t("settings.modelOn", { name: describeModel(model.name, t) })}
          slotProps={{ typography: { variant: "body2", sx: { fontWeight: 600, ml: 0.5 } } }}
          sx={{ ml: -0.5 }}
        />
        <Typography variant="caption" color="textSecondary" component="p">
          {t("settings.modelVersion", { version: model.version, modalities: model.modalities.join(", ") })}
        </Typography>
        <Typography variant="caption" component="p" sx={{ color: "warning.main" }}>
          {describeNotice(model.notice, t)}
        </Typography>
      </Box>
      {draft.on && (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: "none" }}>
          {model.labels.map((label) => (
            <ThresholdRow
              key={label.name}
              label={label}
              value={draft.percents[label.name] ?? ""}
              onType={(typed) => onChange({ ...draft, percents: { ...draft.percents, [label.name]: typed } })}
            />
          ))}
        </Box>
      )}
    </Box>
  );
}
