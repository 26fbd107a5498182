"use client";

import Box from "@mui/material/Box";
import FormControlLabel from "@mui/material/FormControlLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import Typography from "@mui/material/Typography";
import { Field } from "@/components/basics/Field";
import { SelectField } from "@/components/basics/SelectField";
import { CredentialFields } from "@/components/organizations/CredentialFields";
import type { SourceFieldsProps } from "@/components/organizations/SourceFieldsProps";
import type { Auth } from "@/core/api/Types";
import { useMe } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

const KINDS: readonly Auth[] = ["none", "basic", "bearer", "oauth"];

/** Where studies live: in a PACS, with its address and credentials, or in the archive. */
export function SourceFields(props: SourceFieldsProps) {
  const { draft, problems, onChange } = props;
  const { t } = useI18n();
  const platform = Boolean(useMe().data?.platform_role);
  const kinds = platform || draft.auth === "managed_identity" ? [...KINDS, "managed_identity" as const] : KINDS;
  return (
    <Box sx={{ display: "grid", gap: 2, alignContent: "start" }}>
      <RadioGroup
        aria-label={t("source.title")}
        value={draft.type}
        onChange={(_, type) => onChange({ type: type === "archive" ? "archive" : "pacs" })}
      >
        {(["pacs", "archive"] as const).map((type) => (
          <FormControlLabel
            key={type}
            value={type}
            control={<Radio size="small" />}
            label={t(`source.${type}`)}
            slotProps={{ typography: { variant: "body2" } }}
          />
        ))}
      </RadioGroup>
      {draft.type === "archive" ? (
        <Typography variant="body2" color="textSecondary">
          {t("source.archiveHelp")}
        </Typography>
      ) : (
        <>
          <Field
            label={t("source.url")}
            help={t("source.urlHelp")}
            required
            value={draft.url}
            onChange={(event) => onChange({ url: event.target.value })}
            problem={problems.url ? t(problems.url) : null}
            autoComplete="off"
            inputProps={{ spellCheck: false, inputMode: "url" }}
          />
          <SelectField
            label={t("source.auth")}
            value={draft.auth}
            choices={kinds.map((kind) => ({ value: kind, label: t(`source.${kind}`) }))}
            onChoose={(auth) => onChange({ auth, secret: "" })}
          />
          <CredentialFields {...props} />
        </>
      )}
    </Box>
  );
}
