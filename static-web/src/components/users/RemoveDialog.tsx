"use client";

import { ConfirmDialog } from "@/components/basics/ConfirmDialog";
import { nameOf, type Member } from "@/components/users/Roles";
import type { Newsroom } from "@/components/users/UseNews";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { useI18n } from "@/core/i18n/I18n";

interface Props extends Member {
  readonly newsroom: Newsroom;
  readonly onClose: () => void;
}

/** Out of an organization; what they wrote stays. */
export function RemoveDialog({ user, membership, newsroom, onClose }: Props) {
  const { t } = useI18n();
  const name = nameOf(user);
  const organization = membership.organization_name;
  return (
    <ConfirmDialog
      title={t("users.removeTitle", { name, organization })}
      text={t("users.removeText")}
      button={t("users.remove", { name })}
      act={() => ApiService.instance.delete(paths.member(membership.organization_id, user.id))}
      onDone={() => {
        newsroom.tell({ text: t("users.wasRemoved", { name, organization }) });
        newsroom.refresh();
      }}
      onClose={onClose}
    />
  );
}
