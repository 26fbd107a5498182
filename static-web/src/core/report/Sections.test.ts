import { describe, expect, it } from "vitest";
import type { ReportSections } from "@/core/api/Types";
import { firstChoices, merged } from "@/core/report/Sections";

const base: ReportSections = {
  clinical_information: "",
  indication: "",
  technique: "PA.",
  comparison: "",
  findings: "",
  impression: "",
  recommendations: "",
};
const mine = { ...base, impression: "Mine.", technique: "PA." };
const theirs = { ...base, impression: "Theirs.", technique: "PA and lateral." };

describe("merging two versions of a report", () => {
  it("proposes for each section the text that was changed, mine where both were", () => {
    expect(firstChoices(base, mine, theirs)).toEqual({ technique: "theirs", impression: "mine" });
  });

  it("follows the choices section by section", () => {
    const result = merged(mine, theirs, { technique: "theirs", impression: "both" });
    expect(result).toEqual({ ...base, technique: "PA and lateral.", impression: "Theirs.\nMine." });
  });

  it("does not begin with an empty line when one of two is empty", () => {
    expect(merged({ ...base, findings: "Clear." }, base, { findings: "both" }).findings).toBe("Clear.");
  });
});
