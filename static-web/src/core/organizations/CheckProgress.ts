import type { CheckedStep, SourceCheck, Step } from "@/core/api/Types";
import { checkTexts } from "@/core/i18n/texts/CheckTexts";
import type { TextKey } from "@/core/i18n/Texts";
import type { Translator } from "@/core/i18n/Translate";

/** The steps, in the order in which the server takes them. */
export const STEPS: readonly Step[] = [
  "resolve",
  "guard",
  "reach",
  "authenticate",
  "qido",
  "paging",
  "wildcard",
  "wado",
  "stow",
];

/** How far a check is: each step that is done, and at the end the whole. */
export interface CheckProgress {
  readonly done: readonly CheckedStep[];
  readonly check: SourceCheck | null;
}

export type CheckLine = CheckedStep | SourceCheck;

export function added(progress: CheckProgress, line: CheckLine): CheckProgress {
  return "works" in line ? { done: line.steps, check: line } : { ...progress, done: [...progress.done, line] };
}

type Remark = NonNullable<CheckedStep["remark"]>;
type Untold = Exclude<`remark.${Remark}`, keyof typeof checkTexts.en>;

/** Does not compile while the server can say something that has no text here. */
const everythingIsTold: [Untold] extends [never] ? true : Untold = true;

/** What there is to say of a step, and what to do about one that failed. */
export function adviceOf({ step, status, remark, value, advice }: CheckedStep, t: Translator): string {
  if (!remark || !everythingIsTold) return advice;
  const tell = t as (key: TextKey, values: { value: string }) => string;
  const hint = `hint.${step}`;
  const help = status === "failed" && hint in checkTexts.en ? ` ${tell(hint as TextKey, { value })}` : "";
  return tell(`remark.${remark}`, { value }) + help;
}
