import { LayoutDashboard, type LucideIcon } from "lucide-react";
import type { PlainTextKey } from "@/core/i18n/Translate";

export interface Menu {
  readonly id: string;
  readonly href: string;
  readonly label: PlainTextKey;
  readonly icon: LucideIcon;
}

const KNOWN: readonly Menu[] = [
  { id: "dashboard", href: "/dashboard", label: "shell.dashboard", icon: LayoutDashboard },
];

/** The pages of the menus that the server grants; the server also guards what is behind them. */
export function menusFor(granted: readonly string[]): readonly Menu[] {
  return KNOWN.filter((menu) => granted.includes(menu.id));
}
