import { describe, expect, it } from "vitest";
import { formatClock, formatDate, formatTimeOfDay } from "@/core/format/Dates";
import {
  describeAge,
  describeLabel,
  describeNotice,
  describeStudy,
  hasPictures,
  nameOfImages,
} from "@/core/format/Describe";
import { formatPercent } from "@/core/format/Percent";
import { translatorFor } from "@/core/i18n/Translate";
import type { Study } from "@/core/api/Types";

const [en, es] = [translatorFor("en"), translatorFor("es")];

describe("percentages", () => {
  it.each([
    [0.6057, "60.57 %", "60,57 %"],
    [1, "100.00 %", "100,00 %"],
    [0.00004, "0.00 %", "0,00 %"],
    [0.5, "50.00 %", "50,00 %"],
  ])("write %f with two decimals", (probability, english, spanish) => {
    expect([formatPercent(probability, "en"), formatPercent(probability, "es")]).toEqual([english, spanish]);
  });
});

describe("dates", () => {
  it("read as in a report", () => {
    expect(formatDate("2004-03-04", "en")).toBe("Mar 4, 2004");
    expect(formatDate("2004-03-04", "es")).toBe("4 mar 2004");
  });

  it("keep what is known of a partial date", () => {
    expect([formatDate("2004-03", "en"), formatDate("2004", "es")]).toEqual(["Mar 2004", "2004"]);
  });

  it("show what cannot be read as it came", () => {
    expect(formatDate("spring", "en")).toBe("spring");
  });

  it("give times of day to the minute", () => {
    expect(formatTimeOfDay("10:15:00")).toBe("10:15");
    expect(formatClock(new Date(2025, 10, 22, 12, 4), "en")).toBe("12:04");
  });
});

describe("ages", () => {
  it("come in the unit that the server chose", () => {
    expect(describeAge({ value: 83, unit: "years" }, en)).toBe("83 years old");
    expect(describeAge({ value: 83, unit: "years" }, es)).toBe("83 años");
    expect(describeAge({ value: 1, unit: "months" }, es)).toBe("1 mes");
    expect(describeAge({ value: 1, unit: "days" }, en)).toBe("1 day old");
    expect(describeAge(null, en)).toBe("age unknown");
  });
});

describe("names", () => {
  it("of known findings are translated, of unknown ones kept", () => {
    expect(describeLabel("Lung Opacity", es)).toBe("Opacidad pulmonar");
    expect(describeLabel("Aortic Knob", es)).toBe("Aortic Knob");
    expect(describeLabel("toString", es)).toBe("toString");
  });

  it("of models keep their notice, sentence by sentence", () => {
    const ours = "demonstration model, synthetic data, not for clinical use";
    expect(describeNotice(`${ours}; Research only.`, es)).toBe(
      "modelo de demostración, datos sintéticos, no apto para uso clínico; Research only.",
    );
    expect(describeNotice(ours, en)).toBe(ours);
  });

  it("of series tell those that can be pictured from documents", () => {
    expect(["CT", "DX", "MR", "OT", "SR", "KO", "DOC"].filter(hasPictures)).toEqual(["CT", "DX", "MR", "OT"]);
  });

  it("of images say the modality once", () => {
    expect(nameOfImages("CT", "HEAD/NECK 5.0 B30s")).toBe("CT HEAD/NECK 5.0 B30s");
    expect(nameOfImages("CT", "CT HEAD/NECK 5.0 B30s")).toBe("CT HEAD/NECK 5.0 B30s");
    expect(nameOfImages("CT", "CTA HEAD")).toBe("CT CTA HEAD");
  });

  it("of a study leave out what is missing", () => {
    const study = { date: "2004-03-04", modalities: ["CT"], description: "" } as unknown as Study;
    expect(describeStudy(study, "en", en)).toBe("Mar 4, 2004 CT");
  });
});
