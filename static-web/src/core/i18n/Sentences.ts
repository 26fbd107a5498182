import { analysisSentences } from "@/core/i18n/sentences/AnalysisSentences";
import { fieldSentences } from "@/core/i18n/sentences/FieldSentences";
import { fileSentences } from "@/core/i18n/sentences/FileSentences";
import { pacsSentences } from "@/core/i18n/sentences/PacsSentences";
import { problemSentences } from "@/core/i18n/sentences/ProblemSentences";
import { workSentences } from "@/core/i18n/sentences/WorkSentences";
import type { Translator } from "@/core/i18n/Translate";

/**
 * Sentences that the server keeps or sends in English, by themselves: a reason that is stored with an analysis, what is
 * wrong with a file. {name} marks what it filled in. A test of the server finds each of its sentences here.
 */
export const sentences: Readonly<Record<string, string>> = {
  ...problemSentences,
  ...fieldSentences,
  ...fileSentences,
  ...pacsSentences,
  ...analysisSentences,
  ...workSentences,
};

interface Pattern {
  readonly form: RegExp;
  readonly spanish: string;
}

/** Those with the most words of their own first: "There is no such user." before "There is no such {thing}." */
const patterns: readonly Pattern[] = Object.entries(sentences)
  .sort(([a], [b]) => ownLetters(b) - ownLetters(a))
  .map(([english, spanish]) => ({ form: formOf(english), spanish }));

/** In the reader's language; where that is not known, `otherwise`. */
export function sentenceFor(said: string, t: Translator, otherwise: string): string {
  if (t.language === "en") return said || otherwise;
  return inSpanish(said) ?? otherwise;
}

/** Several sentences one after the other, or one: a gap may hold what looks like several. */
function inSpanish(said: string): string | null {
  for (const { index } of said.matchAll(/(?<=[.?]) /g)) {
    const [first, rest] = [oneInSpanish(said.slice(0, index)), inSpanish(said.slice(index + 1))];
    if (first !== null && rest !== null) return `${first} ${rest}`;
  }
  return oneInSpanish(said);
}

function oneInSpanish(said: string): string | null {
  for (const { form, spanish } of patterns) {
    const found = form.exec(said);
    if (found) return spanish.replace(/\{(\w+)\}/g, (_, name: string) => filled(found.groups?.[name] ?? ""));
  }
  return null;
}

/** What was filled in may be a sentence itself, or a choice of codes. */
function filled(value: string): string {
  if (/^[A-Z]+( or [A-Z]+)+$/.test(value)) return value.replaceAll(" or ", " o ");
  return oneInSpanish(value)?.replace(/\.$/, "") ?? value;
}

function ownLetters(english: string): number {
  return english.replace(/\{\w+\}/g, "").length;
}

function formOf(english: string): RegExp {
  const [start = "", ...rest] = english.split(/\{(\w+)\}/).map(plain);
  const parts = rest.map((part, at) => (at % 2 === 0 ? `(?<${part}>.+?)` : part));
  return new RegExp(`^${start}${parts.join("")}$`, "s");
}

function plain(text: string): string {
  return text.replace(/[.*+?^$()|[\]\\{}]/g, "\\$&");
}
