"use client";

import { PeoplePage } from "@/components/users/PeoplePage";
import { useMe } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** The people of the organization that one administers. */
export function MembersPage() {
  const { t } = useI18n();
  const organization = useMe().data?.organization;
  if (!organization) return null;
  return (
    <PeoplePage
      title={t("users.membersTitle")}
      help={t("users.membersHelp", { organization: organization.display_name })}
      place={{ id: organization.id, name: organization.display_name }}
    />
  );
}
