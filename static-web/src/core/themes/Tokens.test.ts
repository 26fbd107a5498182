import { describe, expect, it } from "vitest";
import { administration, reading, type Tokens } from "@/core/themes/Tokens";

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

const themes: [string, Tokens][] = [
  ["reading", reading],
  ["administration", administration],
];
const grounds = ["page", "surface", "raised"] as const;

describe.each(themes)("the %s theme", (_, tokens) => {
  it.each(grounds)("has text of contrast AAA on its %s", (ground) => {
    expect(contrast(tokens.text, tokens[ground])).toBeGreaterThanOrEqual(7);
  });

  it.each(grounds)("has quiet text and signals of contrast AA on its %s", (ground) => {
    for (const name of ["quiet", "accent", "decide", "critical", "signed"] as const) {
      expect(contrast(tokens[name], tokens[ground]), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("has readable text on its accent", () => {
    expect(contrast(tokens.accentText, tokens.accent)).toBeGreaterThanOrEqual(4.5);
  });
});
