"use client";

import Box from "@mui/material/Box";
import { Field } from "@/components/basics/Field";
import { NameRules } from "@/components/organizations/NameRules";
import { Section } from "@/components/basics/Section";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly name: string;
  readonly display: string;
  /** What is wrong with the name. */
  readonly problem: string | null;
  readonly onChange: (typed: { name?: string; display?: string }) => void;
}

/** What an organization is called: by imagini, once and for all, and by people. */
export function IdentityFields({ name, display, problem, onChange }: Props) {
  const { t } = useI18n();
  return (
    <Section title={t("organizations.identity")}>
      <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "1fr", sm: "1fr 1fr" }, alignItems: "start" }}>
        <Box sx={{ display: "grid", gap: 1 }}>
          <Field
            label={t("organizations.name")}
            help={t("organizations.nameHelp")}
            required
            autoFocus
            value={name}
            onChange={(event) => onChange({ name: event.target.value })}
            problem={problem}
            autoComplete="off"
            inputProps={{ spellCheck: false, autoCapitalize: "none" }}
          />
          <NameRules name={name} />
        </Box>
        <Field
          label={t("organizations.displayName")}
          help={t("organizations.displayNameHelp")}
          value={display}
          onChange={(event) => onChange({ display: event.target.value })}
          autoComplete="off"
          inputProps={{ maxLength: 200 }}
        />
      </Box>
    </Section>
  );
}
