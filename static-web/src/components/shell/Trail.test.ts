import { describe, expect, it } from "vitest";
import { trailOf } from "@/components/shell/Trail";

const words = (page: string) => trailOf(page).map((crumb) => crumb.label);

describe("the breadcrumbs", () => {
  it("lead from the menu to the page", () => {
    expect(words("/admin/users")).toEqual(["shell.admin", "shell.users"]);
    expect(words("/admin/organizations/new")).toEqual(["shell.admin", "shell.organizations", "shell.newOrganization"]);
  });

  it("are none where there is nowhere to go back to", () => {
    expect([words("/profile"), words("/admin/usersx")]).toEqual([[], []]);
  });
});
