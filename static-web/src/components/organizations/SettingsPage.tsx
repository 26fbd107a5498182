"use client";

import Box from "@mui/material/Box";
import { PageHeading } from "@/components/basics/PageHeading";
import { Problem } from "@/components/basics/Problem";
import { FORM_WIDTH } from "@/components/organizations/FormWidth";
import { OrganizationSettings } from "@/components/organizations/OrganizationSettings";
import { SettingsSkeleton } from "@/components/organizations/SettingsSkeleton";
import { useMe, useOrganization } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** The settings of the organization that one administers. */
export function SettingsPage() {
  const { t } = useI18n();
  const name = useMe().data?.organization?.id ?? null;
  const { data: organization, error, mutate } = useOrganization(name);
  return (
    <Box sx={{ width: "100%", maxWidth: FORM_WIDTH, display: "grid", gap: 2 }}>
      <PageHeading title={t("settings.title")} {...(organization && { help: organization.display_name })} />
      {organization ? (
        <OrganizationSettings organization={organization} />
      ) : error ? (
        <Problem error={error} onRetry={() => void mutate()} />
      ) : (
        <SettingsSkeleton />
      )}
    </Box>
  );
}
