"use client";

import { useState, type ReactNode } from "react";
import { DataTable } from "@/components/table/DataTable";
import { useTable } from "@/components/table/UseTable";
import { AppointDialog } from "@/components/users/AppointDialog";
import type { Place } from "@/components/users/Place";
import type { Question } from "@/components/users/Question";
import { RemoveDialog } from "@/components/users/RemoveDialog";
import { RoleDialog } from "@/components/users/RoleDialog";
import { nameOf } from "@/components/users/Roles";
import { useUserActions } from "@/components/users/UseUserActions";
import { useUserDeeds } from "@/components/users/UseUserDeeds";
import { useUserColumns } from "@/components/users/UseUserColumns";
import type { Newsroom } from "@/components/users/UseNews";
import { UserFilters } from "@/components/users/UserFilters";
import type { User } from "@/core/api/Types";
import { paths } from "@/core/api/Paths";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly place: Place | null;
  readonly newsroom: Newsroom;
  readonly invite: ReactNode;
}

const DEFAULTS = { sort: "last_name", filters: ["role", "organization"] };

/** First Name, Last Name, Email, Role, Organization, Actions. */
export function UsersTable({ place, newsroom, invite }: Props) {
  const { t } = useI18n();
  const table = useTable<User>(paths.users, DEFAULTS);
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = (next: Question | null) => {
    if (next) newsroom.tell(null);
    setQuestion(next);
  };
  const columns = useUserColumns(place);
  const actionsOf = useUserActions(place, useUserDeeds(newsroom), ask);
  const dialog = { newsroom, onClose: () => ask(null) };
  return (
    <>
      <DataTable
        label={place ? t("users.members") : t("users.users")}
        table={table}
        columns={columns}
        keyOf={(user) => user.id}
        actions={{ name: nameOf, of: actionsOf }}
        searchLabel={t("users.search")}
        filters={<UserFilters table={table} place={place} />}
        empty={{ text: t("users.empty"), action: invite }}
      />
      {question?.about === "role" && <RoleDialog {...question.member} {...dialog} />}
      {question?.about === "appointment" && <AppointDialog user={question.user} {...dialog} />}
      {question?.about === "removal" && <RemoveDialog {...question.member} {...dialog} />}
    </>
  );
}
