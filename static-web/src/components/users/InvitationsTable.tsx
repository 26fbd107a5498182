"use client";

import { Send, Undo2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { RowAction } from "@/components/table/Column";
import { DataTable } from "@/components/table/DataTable";
import { useTable } from "@/components/table/UseTable";
import { OrganizationFilter } from "@/components/users/OrganizationFilter";
import type { Place } from "@/components/users/Place";
import { RevokeDialog } from "@/components/users/RevokeDialog";
import { useInvitationColumns } from "@/components/users/UseInvitationColumns";
import type { Newsroom } from "@/components/users/UseNews";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type { Invitation } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import { filteredBy } from "@/core/table/TableState";

interface Props {
  readonly place: Place | null;
  readonly newsroom: Newsroom;
  readonly invite: ReactNode;
}

const DEFAULTS = { sort: "invited_at", descending: true, filters: ["organization"] };

/** The invitations that wait for an answer, whatever has become of their mails. */
export function InvitationsTable({ place, newsroom, invite }: Props) {
  const { t } = useI18n();
  const table = useTable<Invitation>(paths.invitations, DEFAULTS);
  const columns = useInvitationColumns(place);
  const [revoking, revoke] = useState<Invitation | null>(null);
  const filter = (organization: string) => table.show(filteredBy(table.state, "organization", organization));

  const resend = ({ id, email, organization_id }: Invitation) =>
    newsroom.carryOut(() => ApiService.instance.post(paths.renewal(organization_id, id)), {
      text: t("invitations.resent", { email }),
    });

  const ask = (invitation: Invitation) => {
    newsroom.tell(null);
    revoke(invitation);
  };

  const actionsOf = (invitation: Invitation): readonly RowAction[] => [
    { label: t("invitations.resend"), icon: Send, onChoose: () => resend(invitation) },
    { label: t("invitations.revoke"), icon: Undo2, onChoose: () => ask(invitation), destructive: true },
  ];

  return (
    <>
      <DataTable
        label={t("users.invitations")}
        table={table}
        columns={columns}
        keyOf={(invitation) => invitation.id}
        actions={{ name: (invitation) => invitation.email, of: actionsOf }}
        searchLabel={t("invitations.search")}
        filters={!place && <OrganizationFilter value={table.state.filters.organization} onChoose={filter} />}
        empty={{ text: t("invitations.empty"), action: invite }}
      />
      {revoking && <RevokeDialog invitation={revoking} newsroom={newsroom} onClose={() => revoke(null)} />}
    </>
  );
}
