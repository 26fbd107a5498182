"use client";

import { nameOf, type Member } from "@/components/users/Roles";
import type { Newsroom } from "@/components/users/UseNews";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type { User } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

/** What is done at once, because it can be undone. */
export interface UserDeeds {
  /** In one organization. */
  readonly setActive: (member: Member, active: boolean) => void;
  /** The account as a whole. */
  readonly setOpen: (user: User, open: boolean) => void;
  /** From running the platform. */
  readonly dismiss: (user: User) => void;
}

export function useUserDeeds({ carryOut }: Newsroom): UserDeeds {
  const { t } = useI18n();

  /** `to` now, and back again where that is undone; each with its news. */
  const turn = (path: string, field: string, to: boolean, news: (value: boolean) => string) => {
    const patch = (value: boolean) => ApiService.instance.patch(path, { [field]: value });
    const undo = () => carryOut(() => patch(!to), { text: news(!to) });
    carryOut(() => patch(to), { text: news(to), undo });
  };

  return {
    setActive: ({ user, membership: { organization_id, organization_name: organization } }, active) => {
      const given = { name: nameOf(user), organization };
      turn(paths.member(organization_id, user.id), "active", active, (on) =>
        on ? t("users.wasReactivated", given) : t("users.wasDeactivated", given),
      );
    },
    setOpen: (user, open) => {
      const given = { name: nameOf(user) };
      turn(paths.user(user.id), "active", open, (on) =>
        on ? t("users.accountReactivated", given) : t("users.accountDeactivated", given),
      );
    },
    dismiss: (user) => {
      const name = nameOf(user);
      turn(paths.user(user.id), "app_admin", false, (on) =>
        on ? t("users.roleSaved", { name, role: t("role.app_admin") }) : t("users.wasDismissed", { name }),
      );
    },
  };
}
