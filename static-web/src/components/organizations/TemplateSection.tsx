"use client";

import { useState } from "react";
import { Field } from "@/components/basics/Field";
import { SettingsForm } from "@/components/organizations/SettingsForm";
import type { Organization, ReportSections } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import { useSettings } from "@/core/organizations/UseSettings";
import { SECTION_NAMES } from "@/core/report/Sections";

const LONGEST = 4000;

/** What an organization's new reports begin with. */
export function TemplateSection({ organization }: { organization: Organization }) {
  const { t } = useI18n();
  const settings = useSettings(organization.name);
  const [template, setTemplate] = useState<ReportSections>(organization.report_template);
  return (
    <SettingsForm
      title={t("settings.template")}
      help={t("settings.templateHelp")}
      settings={settings}
      besideFields={[]}
      button={t("settings.saveTemplate")}
      onSave={() => settings.save({ report_template: template })}
    >
      {SECTION_NAMES.map((section) => (
        <Field
          key={section}
          label={t(`report.${section}`)}
          multiline
          minRows={1}
          maxRows={8}
          value={template[section]}
          onChange={(event) => {
            setTemplate({ ...template, [section]: event.target.value });
            settings.touch();
          }}
          inputProps={{ maxLength: LONGEST }}
        />
      ))}
    </SettingsForm>
  );
}
