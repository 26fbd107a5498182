import type { Language, Model, ModelChoice } from "@/core/api/Types";
import { LOCALES } from "@/core/i18n/Translate";

/** What is being decided about one model. Thresholds in percent, as typed; "": the model's own. */
export interface ModelDraft {
  readonly on: boolean;
  readonly percents: Readonly<Record<string, string>>;
}

const MOST_DECIMALS = 2;

export function draftOf(model: Model, choices: readonly ModelChoice[], language: Language): ModelDraft {
  const choice = choices.find(({ model_id }) => model_id === model.id);
  const chosen = (choice?.thresholds ?? []).map(({ label, probability }) => [label, percentOf(probability, language)]);
  return { on: choice?.on ?? true, percents: Object.fromEntries(chosen) };
}

/** What the server is told; null where something typed is no percentage. */
export function choiceOf(model: Model, { on, percents }: ModelDraft): ModelChoice | null {
  const typed = model.labels.filter(({ name }) => percents[name]?.trim());
  const thresholds = typed.map(({ name }) => ({ label: name, probability: probabilityOf(percents[name] ?? "") }));
  if (thresholds.some(({ probability }) => probability === null)) return null;
  return { model_id: model.id, on, thresholds: thresholds as ModelChoice["thresholds"] };
}

/** "62,5" and "62.5" are 0.625; null for what is no percentage. */
export function probabilityOf(typed: string): number | null {
  const plain = typed.trim().replace(",", ".");
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain) || Number(plain) > 100) return null;
  return Number((Number(plain) / 100).toFixed(4));
}

/** As it is typed: 0.5 is "50". */
export function percentOf(probability: number, language: Language): string {
  const digits = { maximumFractionDigits: MOST_DECIMALS, useGrouping: false };
  return new Intl.NumberFormat(LOCALES[language], digits).format(probability * 100);
}
