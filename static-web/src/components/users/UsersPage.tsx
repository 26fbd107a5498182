"use client";

import { PeoplePage } from "@/components/users/PeoplePage";
import { useI18n } from "@/core/i18n/I18n";

/** Everybody on the platform. */
export function UsersPage() {
  const { t } = useI18n();
  return <PeoplePage title={t("users.title")} place={null} />;
}
