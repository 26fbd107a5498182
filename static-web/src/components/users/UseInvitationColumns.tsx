"use client";

import type { Column } from "@/components/table/Column";
import { InvitationStatus } from "@/components/users/InvitationStatus";
import type { Place } from "@/components/users/Place";
import { roleText } from "@/components/users/Roles";
import type { Invitation } from "@/core/api/Types";
import { formatInstant } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";

export function useInvitationColumns(place: Place | null): readonly Column<Invitation>[] {
  const { t, language } = useI18n();
  const organization: Column<Invitation> = {
    id: "organization",
    label: t("users.organization"),
    cell: (invitation) => invitation.organization_name,
    sortable: true,
    grow: 1.3,
  };
  return [
    { id: "email", label: t("users.email"), cell: ({ email }) => email, sortable: true, grow: 1.6 },
    { id: "role", label: t("users.role"), cell: ({ role }) => roleText(role, t), sortable: true, grow: 1.1 },
    ...(place ? [] : [organization]),
    { id: "invited_by", label: t("invitations.by"), cell: ({ invited_by }) => invited_by, wideOnly: true },
    {
      id: "invited_at",
      label: t("invitations.at"),
      cell: ({ invited_at }) => formatInstant(invited_at, language),
      sortable: true,
      wideOnly: true,
      grow: 1.2,
    },
    {
      id: "expires_at",
      label: t("invitations.status"),
      cell: (invitation) => <InvitationStatus invitation={invitation} />,
      sortable: true,
      grow: 1.5,
    },
  ];
}
