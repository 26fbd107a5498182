"use client";

import { ConfirmDialog } from "@/components/basics/ConfirmDialog";
import type { Newsroom } from "@/components/users/UseNews";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type { Invitation } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly invitation: Invitation;
  readonly newsroom: Newsroom;
  readonly onClose: () => void;
}

export function RevokeDialog({ invitation: { id, email, organization_id }, newsroom, onClose }: Props) {
  const { t } = useI18n();
  return (
    <ConfirmDialog
      title={t("invitations.revokeTitle", { email })}
      text={t("invitations.revokeText")}
      button={t("invitations.revoke")}
      act={() => ApiService.instance.delete(paths.invitationTo(organization_id, id))}
      onDone={() => {
        newsroom.tell({ text: t("invitations.revoked", { email }) });
        newsroom.refresh();
      }}
      onClose={onClose}
    />
  );
}
