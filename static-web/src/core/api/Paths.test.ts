import { describe, expect, it } from "vitest";
import { paths, safeReturnPath } from "@/core/api/Paths";

describe("the page to return to after signing in", () => {
  it("is the one asked for, with its query", () => {
    expect(safeReturnPath("/patient?mrn=IYET5.0")).toBe("/patient?mrn=IYET5.0");
  });

  it.each([
    null,
    "",
    "/",
    "//evil.example",
    "/\\evil.example",
    "https://evil.example/x",
    "/\t/evil.example",
    "/..//evil.example",
    "javascript:alert(1)",
  ])("is the dashboard instead of %j", (next) => expect(safeReturnPath(next)).toBe("/dashboard"));
});

describe("paths", () => {
  it("keep an odd MRN in its place", () => {
    expect(paths.patientByMrn("A/B &c")).toBe("/api/patients?mrn=A%2FB%20%26c");
    expect(paths.patientStudies("A/B")).toBe("/api/patients/A%2FB/studies");
  });
});
