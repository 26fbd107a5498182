"use client";

import Box from "@mui/material/Box";
import { Field } from "@/components/basics/Field";
import { useI18n } from "@/core/i18n/I18n";
import type { ContactDraft, ContactField } from "@/core/organizations/ContactDraft";

interface Props {
  readonly draft: ContactDraft;
  readonly problems: Partial<Record<ContactField, string>>;
  readonly onChange: (change: Partial<ContactDraft>) => void;
}

/** How people reach an organization. */
export function ContactFields({ draft, problems, onChange }: Props) {
  const { t } = useI18n();
  const text = (field: ContactField) => ({
    label: t(`organizations.${field}`),
    value: draft[field],
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
    problem: problems[field] ?? null,
    autoComplete: "off",
  });
  return (
    <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "1fr", sm: "1fr 1fr" }, alignItems: "start" }}>
      <Field {...text("website")} inputProps={{ inputMode: "url", spellCheck: false }} />
      <Field {...text("email")} inputProps={{ inputMode: "email", spellCheck: false }} />
      <Field {...text("address")} multiline minRows={2} maxRows={5} sx={{ p: 0 }} />
      <Field {...text("phone")} inputProps={{ inputMode: "tel" }} />
    </Box>
  );
}
