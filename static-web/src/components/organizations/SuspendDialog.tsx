"use client";

import { ConfirmDialog } from "@/components/basics/ConfirmDialog";
import type { StatusChange } from "@/components/organizations/UseStatus";
import { useI18n } from "@/core/i18n/I18n";

/** Before an organization's people are kept out. */
export function SuspendDialog({ status: { asked, ask, suspend } }: { status: StatusChange }) {
  const { t } = useI18n();
  if (!asked) return null;
  const name = asked.display_name;
  return (
    <ConfirmDialog
      title={t("organizations.suspendTitle", { name })}
      text={t("organizations.suspendText")}
      button={t("organizations.suspendButton", { name })}
      act={() => suspend(asked)}
      onDone={() => undefined}
      onClose={() => ask(null)}
    />
  );
}
