"use client";

import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useSearchParams } from "next/navigation";
import { PageHeading } from "@/components/basics/PageHeading";
import { Problem } from "@/components/basics/Problem";
import { Toast } from "@/components/basics/Toast";
import { FORM_WIDTH } from "@/components/organizations/FormWidth";
import { OrganizationSettings } from "@/components/organizations/OrganizationSettings";
import { SettingsSkeleton } from "@/components/organizations/SettingsSkeleton";
import { SuspendDialog } from "@/components/organizations/SuspendDialog";
import { useStatus } from "@/components/organizations/UseStatus";
import { useOrganization } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** One organization, as whoever runs the platform sees it. */
export function EditOrganizationPage() {
  const { t } = useI18n();
  const { data: organization, error, mutate } = useOrganization(useSearchParams().get("name"));
  const status = useStatus();
  const suspended = organization?.status === "suspended";
  return (
    <Box sx={{ width: "100%", maxWidth: FORM_WIDTH, display: "grid", gap: 2 }}>
      <PageHeading
        title={t("settings.editTitle", { name: organization?.display_name ?? "" })}
        {...(organization && { help: organization.name })}
      >
        {organization && (
          <Button variant="outlined" onClick={() => status.toggle(organization)} data-testid="change-status">
            {t(suspended ? "organizations.reinstate" : "organizations.suspend")}
          </Button>
        )}
      </PageHeading>
      {suspended && (
        <Alert severity="warning" variant="outlined">
          {t("organizations.suspendedNotice")}
        </Alert>
      )}
      {organization ? (
        <OrganizationSettings organization={organization} />
      ) : error ? (
        <Problem error={error} onRetry={() => void mutate()} />
      ) : (
        <SettingsSkeleton />
      )}
      <SuspendDialog status={status} />
      <Toast news={status.news} onClose={() => status.tell(null)} />
    </Box>
  );
}
