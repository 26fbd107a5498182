import type { ReportSections, SectionName } from "@/core/api/Types";

/** The sections in the order of the printed report. */
export const SECTION_NAMES = [
  "clinical_information",
  "indication",
  "technique",
  "comparison",
  "findings",
  "impression",
  "recommendations",
] as const satisfies readonly SectionName[];

export type Choice = "mine" | "theirs" | "both";
export type Choices = Partial<Record<SectionName, Choice>>;

export function sameSections(one: ReportSections, other: ReportSections): boolean {
  return SECTION_NAMES.every((name) => one[name] === other[name]);
}

/** What to choose first where two texts differ: the one that its author changed since the common version. */
export function firstChoices(base: ReportSections, mine: ReportSections, theirs: ReportSections): Choices {
  const differing = SECTION_NAMES.filter((name) => mine[name] !== theirs[name]);
  return Object.fromEntries(differing.map((name) => [name, mine[name] === base[name] ? "theirs" : "mine"]));
}

/** One report out of two, section by section as chosen. */
export function merged(mine: ReportSections, theirs: ReportSections, choices: Choices): ReportSections {
  const texts = SECTION_NAMES.map((name) => [name, chosenText(mine[name], theirs[name], choices[name] ?? "mine")]);
  return Object.fromEntries(texts) as ReportSections;
}

function chosenText(mine: string, theirs: string, choice: Choice): string {
  if (choice === "both") return [theirs, mine].filter(Boolean).join("\n");
  return choice === "mine" ? mine : theirs;
}
