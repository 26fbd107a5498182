"use client";

import Box from "@mui/material/Box";
import { useState } from "react";
import { Field } from "@/components/basics/Field";
import { SelectField } from "@/components/basics/SelectField";
import { SettingsForm } from "@/components/organizations/SettingsForm";
import type { Language, Organization } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import { LANGUAGES } from "@/core/i18n/Languages";
import { useSettings } from "@/core/organizations/UseSettings";

const MOST_DAYS = 36500;

/** The languages that an organization writes in, and how long fetched images are kept. */
export function WorkSection({ organization }: { organization: Organization }) {
  const { t } = useI18n();
  const settings = useSettings(organization.name);
  const [language, setLanguage] = useState<Language>(organization.language);
  const [reports, setReports] = useState<Language | "">(organization.report_language ?? "");
  const [days, setDays] = useState(`${organization.retention_days ?? ""}`);
  const [tried, setTried] = useState(false);
  const isRight = !days.trim() || (/^\d{1,5}$/.test(days.trim()) && Number(days) >= 1 && Number(days) <= MOST_DAYS);
  const languages = LANGUAGES.map(({ code, name }) => ({ value: code, label: name }));
  const change = (act: () => void) => {
    act();
    settings.touch();
  };
  const save = () => {
    setTried(true);
    const retention_days = days.trim() ? Number(days) : null;
    if (isRight) settings.save({ language, report_language: reports || null, retention_days });
  };
  return (
    <SettingsForm
      title={t("settings.work")}
      settings={settings}
      besideFields={["retention_days"]}
      button={t("settings.saveWork")}
      onSave={save}
    >
      <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "1fr", sm: "1fr 1fr" }, alignItems: "start" }}>
        <SelectField
          label={t("settings.language")}
          help={t("settings.languageHelp")}
          value={language}
          choices={languages}
          onChoose={(chosen) => change(() => setLanguage(chosen))}
        />
        <SelectField<Language | "">
          label={t("settings.reportLanguage")}
          value={reports}
          choices={[{ value: "", label: t("settings.sameLanguage") }, ...languages]}
          onChoose={(chosen) => change(() => setReports(chosen))}
        />
        <Field
          label={t("settings.retention")}
          help={t("settings.retentionHelp")}
          value={days}
          onChange={(event) => change(() => setDays(event.target.value))}
          problem={settings.fields.retention_days ?? (tried && !isRight ? t("settings.retentionWrong") : null)}
          inputProps={{ inputMode: "numeric", maxLength: 5 }}
        />
      </Box>
    </SettingsForm>
  );
}
