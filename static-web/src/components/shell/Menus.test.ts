import { describe, expect, it } from "vitest";
import { groupsFor, homeOf, menusFor } from "@/components/shell/Menus";
import type { Me } from "@/core/api/Types";

const admin = ["users", "organizations", "system", "emergency", "journal"];
const organization = ["members", "organization", "clients", "audit"];
const somebody = (menus: string[]) => ({ menus }) as unknown as Me;

describe("the sidebar", () => {
  it("has the groups of those who administer, and no empty one", () => {
    expect(groupsFor(["dashboard"])).toEqual([]);
    expect(groupsFor(admin).map((group) => group.id)).toEqual(["admin"]);
    expect(groupsFor(["dashboard", ...organization]).map((group) => group.menus.length)).toEqual([4]);
  });

  it("offers nothing that the server has not granted", () => {
    expect(menusFor(admin)).toEqual([]);
    expect(groupsFor(["users"])[0]?.menus.map((menu) => menu.href)).toEqual(["/admin/users"]);
  });
});

describe("where somebody begins", () => {
  it.each([
    [["dashboard", ...organization], "/dashboard"],
    [admin, "/admin/organizations"],
    [[], "/profile"],
  ])("with the menus %j it is %s", (menus, home) => expect(homeOf(somebody(menus))).toBe(home));
});
