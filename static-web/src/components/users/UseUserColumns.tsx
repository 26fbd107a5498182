"use client";

import type { Column } from "@/components/table/Column";
import type { Place } from "@/components/users/Place";
import { RoleCell } from "@/components/users/RoleCell";
import type { User } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import type { Translator } from "@/core/i18n/Translate";

/** The columns of the brief, in its order; within one organization there is no need to name it. */
export function useUserColumns(place: Place | null): readonly Column<User>[] {
  const { t } = useI18n();
  const columns: readonly Column<User>[] = [
    { id: "first_name", label: t("users.firstName"), cell: (user) => user.first_name, sortable: true, grow: 0.9 },
    { id: "last_name", label: t("users.lastName"), cell: (user) => user.last_name, sortable: true, grow: 0.9 },
    { id: "email", label: t("users.email"), cell: (user) => user.email, sortable: true, grow: 1.8 },
    { id: "role", label: t("users.role"), cell: (user) => <RoleCell user={user} />, sortable: true, grow: 1.4 },
  ];
  const organization: Column<User> = {
    id: "organization",
    label: t("users.organization"),
    cell: (user) => organizationsOf(user, t),
    sortable: true,
    grow: 1.4,
  };
  return place ? columns : [...columns, organization];
}

function organizationsOf({ memberships }: User, t: Translator): string {
  const [first, ...others] = memberships.map((membership) => membership.organization_name);
  if (!first) return "–";
  return others.length ? t("users.moreOrganizations", { organization: first, count: others.length }) : first;
}
