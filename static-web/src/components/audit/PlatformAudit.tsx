"use client";

import { AuditPage } from "@/components/audit/AuditPage";
import { OperatorsOnly } from "@/components/organizations/OperatorsOnly";
import { useI18n } from "@/core/i18n/I18n";

/** For those who run the platform: what was changed, and no patient. */
export function PlatformAudit() {
  const { t } = useI18n();
  return (
    <OperatorsOnly>
      <AuditPage help={t("audit.helpAll")} ofAll />
    </OperatorsOnly>
  );
}
