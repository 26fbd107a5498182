"use client";

import { AuditPage } from "@/components/audit/AuditPage";
import { useMe } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** For the administrators of an organization: who saw its patients. */
export function OrganizationAudit() {
  const { t } = useI18n();
  const organization = useMe().data?.organization;
  if (!organization) return null;
  return <AuditPage help={t("audit.help", { organization: organization.display_name })} />;
}
