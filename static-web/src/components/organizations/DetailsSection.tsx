"use client";

import { useState } from "react";
import { Field } from "@/components/basics/Field";
import { ContactFields } from "@/components/organizations/ContactFields";
import { SettingsForm } from "@/components/organizations/SettingsForm";
import type { Organization } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import { contactOf, contactProblems } from "@/core/organizations/ContactDraft";
import { useSettings } from "@/core/organizations/UseSettings";

/** What people call an organization, and how they reach it. */
export function DetailsSection({ organization }: { organization: Organization }) {
  const { t } = useI18n();
  const settings = useSettings(organization.name);
  const [display, setDisplay] = useState(organization.display_name);
  const [contact, setContact] = useState(contactOf(organization));
  const [tried, setTried] = useState(false);
  const wrong = Object.entries(contactProblems(contact)).map(([field, text]) => [field, t(text)]);
  const save = () => {
    setTried(true);
    if (wrong.length === 0) settings.save({ display_name: display, ...contact });
  };
  return (
    <SettingsForm
      title={t("settings.details")}
      settings={settings}
      besideFields={["display_name", ...Object.keys(contact)]}
      button={t("settings.saveDetails")}
      onSave={save}
    >
      <Field
        label={t("organizations.displayName")}
        help={t("organizations.displayNameHelp")}
        value={display}
        onChange={(event) => {
          setDisplay(event.target.value);
          settings.touch();
        }}
        problem={settings.fields.display_name ?? null}
        autoComplete="off"
      />
      <ContactFields
        draft={contact}
        problems={{ ...settings.fields, ...(tried && Object.fromEntries(wrong)) }}
        onChange={(change) => {
          setContact({ ...contact, ...change });
          settings.touch();
        }}
      />
    </SettingsForm>
  );
}
