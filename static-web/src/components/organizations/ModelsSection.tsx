"use client";

import Skeleton from "@mui/material/Skeleton";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { ModelCard } from "@/components/organizations/ModelCard";
import { SettingsForm } from "@/components/organizations/SettingsForm";
import { Section } from "@/components/basics/Section";
import type { Model, Organization } from "@/core/api/Types";
import { useModels } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";
import { choiceOf, draftOf, type ModelDraft } from "@/core/organizations/ModelDraft";
import { useSettings } from "@/core/organizations/UseSettings";

/** Which models read an organization's studies, and what counts as a finding. */
export function ModelsSection({ organization }: { organization: Organization }) {
  const { t } = useI18n();
  const { data: models } = useModels();
  if (!models) return <Skeleton height={240} />;
  if (models.length > 0) return <ModelsForm organization={organization} models={models} />;
  return (
    <Section title={t("settings.models")}>
      <Typography variant="body2">{t("settings.noModels")}</Typography>
    </Section>
  );
}

function ModelsForm({ organization, models }: { organization: Organization; models: readonly Model[] }) {
  const { t, language } = useI18n();
  const settings = useSettings(organization.name);
  const [drafts, setDrafts] = useState<Readonly<Record<string, ModelDraft>>>({});
  const draft = (model: Model) => drafts[model.id] ?? draftOf(model, organization.models, language);
  const change = (model: Model, changed: ModelDraft) => {
    setDrafts({ ...drafts, [model.id]: changed });
    settings.touch();
  };
  const save = () => {
    const choices = models.map((model) => choiceOf(model, draft(model)));
    if (choices.every((choice) => choice !== null)) settings.save({ models: choices });
  };
  return (
    <SettingsForm
      title={t("settings.models")}
      help={t("settings.modelsHelp")}
      settings={settings}
      besideFields={[]}
      button={t("settings.saveModels")}
      onSave={save}
    >
      {models.map((model) => (
        <ModelCard key={model.id} model={model} draft={draft(model)} onChange={(changed) => change(model, changed)} />
      ))}
    </SettingsForm>
  );
}
