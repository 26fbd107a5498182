import { describe, expect, it } from "vitest";
import { rightPlace } from "@/components/shell/UseRightPlace";
import type { Me } from "@/core/api/Types";

const somebody = (given: Partial<Me>) => ({ menus: ["dashboard"], second_factor_needed: false, ...given }) as Me;

describe("the right place", () => {
  it("is where somebody is", () => {
    expect(rightPlace(somebody({}), "/dashboard")).toBe("/dashboard");
    expect(rightPlace(somebody({ menus: ["organizations"] }), "/profile")).toBe("/profile");
  });

  it("is no worklist for who works nowhere", () => {
    expect(rightPlace(somebody({ menus: ["organizations"] }), "/dashboard")).toBe("/admin/organizations");
  });

  it("is the profile until a second factor that is asked for is set up", () => {
    const owing = somebody({ second_factor_needed: true });
    expect([rightPlace(owing, "/dashboard"), rightPlace(owing, "/profile")]).toEqual(["/profile", "/profile"]);
  });
});
