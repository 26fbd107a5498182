"use client";

import { Power, ShieldCheck, UserX } from "lucide-react";
import type { RowAction } from "@/components/table/Column";
import type { Place } from "@/components/users/PeoplePage";
import { nameOf, type Member } from "@/components/users/Roles";
import type { Newsroom } from "@/components/users/UseNews";
import type { Question } from "@/components/users/UsersTable";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type { User } from "@/core/api/Types";
import { useMe } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** What can be done with somebody: in their organization; or in each of them, and with the account as a whole. */
export function useUserActions(place: Place | null, newsroom: Newsroom, ask: (question: Question) => void) {
  const { t } = useI18n();
  const { data: me } = useMe();

  const setActive = ({ user, membership }: Member, active: boolean) => {
    const given = { name: nameOf(user), organization: membership.organization_name };
    const patch = (to: boolean) =>
      ApiService.instance.patch(paths.member(membership.organization_id, user.id), { active: to });
    const text = active ? t("users.wasReactivated", given) : t("users.wasDeactivated", given);
    const back = { text: active ? t("users.wasDeactivated", given) : t("users.wasReactivated", given) };
    newsroom.carryOut(() => patch(active), { text, undo: () => newsroom.carryOut(() => patch(!active), back) });
  };

  const setOpen = (user: User, active: boolean) => {
    const given = { name: nameOf(user) };
    const patch = (to: boolean) => ApiService.instance.patch(paths.user(user.id), { active: to });
    const [text, back] = active
      ? [t("users.accountReactivated", given), t("users.accountDeactivated", given)]
      : [t("users.accountDeactivated", given), t("users.accountReactivated", given)];
    newsroom.carryOut(() => patch(active), {
      text,
      undo: () => newsroom.carryOut(() => patch(!active), { text: back }),
    });
  };

  const roleOf = (member: Member, label: string): RowAction => ({
    label,
    icon: ShieldCheck,
    onChoose: () => ask({ about: "role", member }),
  });

  const removalOf = (member: Member): RowAction => ({
    label: t("users.removeFrom", { organization: member.membership.organization_name }),
    icon: UserX,
    onChoose: () => ask({ about: "removal", member }),
    destructive: true,
  });

  const within = (member: Member): RowAction[] => {
    const active = member.membership.status === "active";
    const power: RowAction = {
      label: active ? t("users.deactivate") : t("users.reactivate"),
      icon: Power,
      onChoose: () => setActive(member, !active),
    };
    const closed = member.user.account === "deactivated";
    return [roleOf(member, t("users.changeRole")), ...(closed ? [] : [power]), removalOf(member)];
  };

  const everywhere = (user: User): RowAction[] => {
    const members = user.memberships.map((membership) => ({ user, membership }));
    const only = members.length === 1;
    const closed = user.account === "deactivated";
    const account: RowAction = {
      label: closed ? t("users.reactivateAccount") : t("users.deactivateAccount"),
      icon: Power,
      onChoose: () => setOpen(user, closed),
    };
    const resting = closed ? [] : members.filter(({ membership }) => membership.status === "deactivated");
    return [
      ...members.map((member) => {
        const organization = member.membership.organization_name;
        return roleOf(member, only ? t("users.changeRole") : t("users.changeRoleIn", { organization }));
      }),
      ...resting.map((member) => ({
        label: t("users.reactivateIn", { organization: member.membership.organization_name }),
        icon: Power,
        onChoose: () => setActive(member, true),
      })),
      ...(user.id === me?.user.id ? [] : [account]),
      ...members.map(removalOf),
    ];
  };

  return (user: User): readonly RowAction[] => {
    const membership = user.memberships.find(({ organization_id }) => organization_id === place?.id);
    return membership ? within({ user, membership }) : everywhere(user);
  };
}
