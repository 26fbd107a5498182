import { describe, expect, it } from "vitest";
import { schemeOf } from "@/core/themes/ThemeStore";

describe("the colour scheme of a page", () => {
  it("is dark where people read and light where they administer", () => {
    expect(["/patient", "/report", "/dashboard", "/auth/signin"].map((page) => schemeOf(page, "auto"))).toEqual(
      Array(4).fill("dark"),
    );
    expect(["/profile", "/admin/users", "/organization/members"].map((page) => schemeOf(page, "auto"))).toEqual(
      Array(3).fill("light"),
    );
  });

  it("is the one that the user has fixed, everywhere", () => {
    expect([schemeOf("/patient", "light"), schemeOf("/profile", "dark")]).toEqual(["light", "dark"]);
  });
});
