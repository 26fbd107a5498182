import { describe, expect, it } from "vitest";
import type { Model } from "@/core/api/Types";
import { choiceOf, draftOf, percentOf, probabilityOf } from "@/core/organizations/ModelDraft";

const MODEL: Model = {
  id: "chest",
  version: "1",
  name: "Chest",
  labels: [
    { name: "Lung Opacity", threshold: 0.5 },
    { name: "Cardiomegaly", threshold: 0.5 },
  ],
  modalities: ["DX"],
  intended_use: "",
  notice: "",
};

describe("a threshold that is typed", () => {
  it.each([
    ["62.5", 0.625],
    ["62,5", 0.625],
    [" 0 ", 0],
    ["100", 1],
    ["29", 0.29],
    ["100.01", null],
    ["-1", null],
    ["half", null],
    ["1e1", null],
    ["", null],
  ])("%j is %s", (typed, probability) => {
    expect(probabilityOf(typed)).toBe(probability);
  });

  it("is shown as its reader writes numbers", () => {
    expect([percentOf(0.625, "en"), percentOf(0.625, "es"), percentOf(1, "en")]).toEqual(["62.5", "62,5", "100"]);
  });
});

describe("what is decided about a model", () => {
  it("is nothing but that it is on, where nobody has decided", () => {
    expect(choiceOf(MODEL, draftOf(MODEL, [], "en"))).toEqual({ model_id: "chest", on: true, thresholds: [] });
  });

  it("is saved as it was read", () => {
    const kept = { model_id: "chest", on: false, thresholds: [{ label: "Cardiomegaly", probability: 0.29 }] };
    expect(choiceOf(MODEL, draftOf(MODEL, [kept], "es"))).toEqual(kept);
  });

  it("cannot be saved with a threshold that is none", () => {
    expect(choiceOf(MODEL, { on: true, percents: { Cardiomegaly: "120" } })).toBeNull();
  });
});
