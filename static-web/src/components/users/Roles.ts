import type { Membership, Role, User } from "@/core/api/Types";
import type { Translator } from "@/core/i18n/Translate";

/** What somebody can be in an organization. */
export const MEMBER_ROLES = ["member", "org_admin"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export function roleText(role: Role, t: Translator): string {
  switch (role) {
    case "org_admin":
    case "app_admin":
    case "super_admin":
      return t(`role.${role}`);
    default:
      return t("role.member");
  }
}

/** As tables have room for. */
export function shortRoleText(role: Role, t: Translator): string {
  return role === "org_admin" || role === "app_admin" ? t(`role.short.${role}`) : roleText(role, t);
}

export function nameOf(user: User): string {
  return `${user.first_name} ${user.last_name}`.trim() || user.email;
}

/** Somebody in one of their organizations. */
export interface Member {
  readonly user: User;
  readonly membership: Membership;
}
