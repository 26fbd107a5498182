"use client";

import { ConfirmDialog } from "@/components/basics/ConfirmDialog";
import { nameOf } from "@/components/users/Roles";
import type { Newsroom } from "@/components/users/UseNews";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type { User } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly user: User;
  readonly newsroom: Newsroom;
  readonly onClose: () => void;
}

/** To run the platform: more of it, and less of the patients. */
export function AppointDialog({ user, newsroom, onClose }: Props) {
  const { t } = useI18n();
  const name = nameOf(user);
  return (
    <ConfirmDialog
      title={t("users.appointTitle", { name })}
      text={t("users.appointText")}
      button={t("users.appoint")}
      act={() => ApiService.instance.patch(paths.user(user.id), { app_admin: true })}
      onDone={() => {
        newsroom.tell({ text: t("users.roleSaved", { name, role: t("role.app_admin") }) });
        newsroom.refresh();
      }}
      onClose={onClose}
    />
  );
}
