import {
  Activity,
  Building2,
  ContactRound,
  LayoutDashboard,
  Plug,
  ScrollText,
  Settings2,
  ShieldAlert,
  Users,
  UsersRound,
  type LucideIcon,
} from "lucide-react";
import type { Me } from "@/core/api/Types";
import type { PlainTextKey } from "@/core/i18n/Translate";

export interface Menu {
  readonly id: string;
  readonly href: string;
  readonly label: PlainTextKey;
  readonly icon: LucideIcon;
}

export interface MenuGroup {
  readonly id: "admin" | "organization";
  readonly label: PlainTextKey;
  readonly menus: readonly Menu[];
}

const PAGES: readonly Menu[] = [
  { id: "dashboard", href: "/dashboard", label: "shell.dashboard", icon: LayoutDashboard },
  { id: "patients", href: "/patients", label: "shell.patients", icon: ContactRound },
];

export const MENU_GROUPS: readonly MenuGroup[] = [
  {
    id: "admin",
    label: "shell.admin",
    menus: [
      { id: "users", href: "/admin/users", label: "shell.users", icon: Users },
      { id: "organizations", href: "/admin/organizations", label: "shell.organizations", icon: Building2 },
      { id: "system", href: "/admin/system", label: "shell.system", icon: Activity },
      { id: "emergency", href: "/admin/emergency", label: "shell.emergency", icon: ShieldAlert },
      { id: "journal", href: "/admin/audit", label: "shell.audit", icon: ScrollText },
    ],
  },
  {
    id: "organization",
    label: "shell.organization",
    menus: [
      { id: "members", href: "/organization/members", label: "shell.members", icon: UsersRound },
      { id: "organization", href: "/organization/settings", label: "shell.settings", icon: Settings2 },
      { id: "clients", href: "/organization/systems", label: "shell.clients", icon: Plug },
      { id: "audit", href: "/organization/audit", label: "shell.audit", icon: ScrollText },
    ],
  },
];

/** The pages of the menus that the server grants; the server also guards what is behind them. */
export function menusFor(granted: readonly string[]): readonly Menu[] {
  return PAGES.filter((menu) => granted.includes(menu.id));
}

/** The same for the groups of administration; a group without a page is none. */
export function groupsFor(granted: readonly string[]): readonly MenuGroup[] {
  return MENU_GROUPS.map((group) => ({
    ...group,
    menus: group.menus.filter((menu) => granted.includes(menu.id)),
  })).filter((group) => group.menus.length > 0);
}

/** Where somebody begins: their patients, else what they administer, else themselves. */
export function homeOf(me: Me): string {
  const pages = [...PAGES, ...MENU_GROUPS.flatMap((group) => group.menus)];
  const home = ["dashboard", "organizations", "members"].find((id) => me.menus.includes(id));
  return pages.find((menu) => menu.id === home)?.href ?? "/profile";
}
