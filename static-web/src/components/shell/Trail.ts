import { MENU_GROUPS } from "@/components/shell/Menus";
import type { PlainTextKey } from "@/core/i18n/Translate";

/** A step on the way to a page; without an address it is only a word. */
export interface Crumb {
  readonly label: PlainTextKey;
  readonly href?: string;
}

/** Pages below a page of the menu. */
const BELOW: Readonly<Record<string, PlainTextKey>> = {
  "/admin/organizations/new": "shell.newOrganization",
  "/admin/organizations/edit": "shell.editOrganization",
};

/** From the group of the menu down to the page itself; empty for pages in no group. */
export function trailOf(page: string): readonly Crumb[] {
  for (const group of MENU_GROUPS) {
    const menu = group.menus.find(({ href }) => page === href || page.startsWith(`${href}/`));
    if (!menu) continue;
    const below = BELOW[page];
    const way: Crumb[] = [{ label: group.label }, { label: menu.label, href: menu.href }];
    return below ? [...way, { label: below }] : way;
  }
  return [];
}
