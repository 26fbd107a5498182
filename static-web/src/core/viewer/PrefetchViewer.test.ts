import { describe, expect, it } from "vitest";
import { addressesIn, isFrugal } from "@/core/viewer/PrefetchViewer";

describe("fetching the viewer ahead", () => {
  it("takes what the viewer's page takes from its build, and nothing else", () => {
    const page =
      '<a href="/patient"></a><script src="/viewer/static/1a/app.js"></script><link href="/viewer/static/1a/app.css">';
    expect(addressesIn(page)).toEqual(["/viewer/static/1a/app.js", "/viewer/static/1a/app.css"]);
  });

  it("is left out where bytes are dear", () => {
    expect([{ saveData: true }, { effectiveType: "2g" }, { effectiveType: "slow-2g" }].map(isFrugal)).toEqual([
      true,
      true,
      true,
    ]);
    expect([undefined, {}, { saveData: false, effectiveType: "4g" }].map(isFrugal)).toEqual([false, false, false]);
  });
});
