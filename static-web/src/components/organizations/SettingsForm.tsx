"use client";

import Box from "@mui/material/Box";
import { useEffect, useRef, type FormEvent, type ReactNode } from "react";
import { FormProblem } from "@/components/basics/FormProblem";
import { Section } from "@/components/basics/Section";
import { SaveRow } from "@/components/organizations/SaveRow";
import { problemText } from "@/core/api/ProblemText";
import { focusFirstProblem } from "@/core/FocusFirstProblem";
import { useI18n } from "@/core/i18n/I18n";
import type { Settings } from "@/core/organizations/UseSettings";

interface Props {
  readonly title: string;
  readonly help?: string;
  readonly settings: Settings;
  /** What is wrong is said beside its field, not below the form. */
  readonly besideFields: readonly string[];
  /** What the button does. */
  readonly button: string;
  readonly onSave: () => void;
  readonly children: ReactNode;
}

/** One subject of an organization's settings, saved on its own. */
export function SettingsForm({ title, help, settings, besideFields, button, onSave, children }: Props) {
  const { t } = useI18n();
  const { error, fields, busy, saved } = settings;
  const form = useRef<HTMLFormElement>(null);
  const told = Object.keys(fields).some((field) => besideFields.includes(field));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
    focusFirstProblem(form.current);
  };
  useEffect(() => {
    if (error) focusFirstProblem(form.current);
  }, [error]);
  return (
    <Section title={title} {...(help && { help })}>
      <Box component="form" ref={form} noValidate onSubmit={submit} aria-label={title} sx={{ display: "grid", gap: 2 }}>
        {children}
        <FormProblem text={error && !told ? problemText(error, t) : null} />
        <SaveRow button={button} disabled={busy} saved={saved} />
      </Box>
    </Section>
  );
}
