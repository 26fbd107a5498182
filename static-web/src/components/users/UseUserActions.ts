"use client";

import { Crown, Power, ShieldCheck, UserX } from "lucide-react";
import type { RowAction } from "@/components/table/Column";
import type { Place } from "@/components/users/Place";
import type { Member } from "@/components/users/Roles";
import type { Question } from "@/components/users/Question";
import type { UserDeeds } from "@/components/users/UseUserDeeds";
import type { User } from "@/core/api/Types";
import { useMe } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** What can be done with somebody: in their organization; or in each of them, and with the account as a whole. */
export function useUserActions(place: Place | null, deeds: UserDeeds, ask: (question: Question) => void) {
  const { t } = useI18n();
  const me = useMe().data?.user.id;

  const role = (member: Member, label: string): RowAction => {
    return { label, icon: ShieldCheck, onChoose: () => ask({ about: "role", member }) };
  };

  const activity = (member: Member, label: string): RowAction => {
    const resting = member.membership.status === "deactivated";
    return { label, icon: Power, onChoose: () => deeds.setActive(member, resting) };
  };

  const removal = (member: Member): RowAction => {
    const label = t("users.removeFrom", { organization: member.membership.organization_name });
    return { label, icon: UserX, onChoose: () => ask({ about: "removal", member }), destructive: true };
  };

  const within = (member: Member): RowAction[] => {
    const resting = member.membership.status === "deactivated";
    const power = activity(member, resting ? t("users.reactivate") : t("users.deactivate"));
    const closed = member.user.account === "deactivated"; // by who runs the platform, and theirs to undo
    return [role(member, t("users.changeRole")), ...(closed ? [] : [power]), removal(member)];
  };

  const account = (user: User): RowAction[] => {
    if (user.id === me || user.role === "super_admin") return [];
    const closed = user.account === "deactivated";
    const platform =
      user.role === "app_admin"
        ? { label: t("users.dismiss"), onChoose: () => deeds.dismiss(user) }
        : { label: t("users.appoint"), onChoose: () => ask({ about: "appointment", user }) };
    const label = closed ? t("users.reactivateAccount") : t("users.deactivateAccount");
    return [
      { ...platform, icon: Crown },
      { label, icon: Power, onChoose: () => deeds.setOpen(user, closed) },
    ];
  };

  const everywhere = (user: User): RowAction[] => {
    const members = user.memberships.map((membership) => ({ user, membership }));
    const resting = members.filter(({ membership }) => membership.status === "deactivated");
    const named = ({ membership }: Member) => ({ organization: membership.organization_name });
    return [
      ...members.map((member) =>
        role(member, members.length === 1 ? t("users.changeRole") : t("users.changeRoleIn", named(member))),
      ),
      ...(user.account === "active" ? resting : []).map((member) =>
        activity(member, t("users.reactivateIn", named(member))),
      ),
      ...account(user),
      ...members.map(removal),
    ];
  };

  return (user: User): readonly RowAction[] => {
    const membership = user.memberships.find(({ organization_id }) => organization_id === place?.id);
    return membership ? within({ user, membership }) : everywhere(user);
  };
}
