import type { Language } from "@/core/api/Types";
import { LOCALES } from "@/core/i18n/Translate";

const TWO_DECIMALS = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** A probability between 0 and 1 as radiologists read it: "60.57 %", "60,57 %". */
export function formatPercent(probability: number, language: Language): string {
  return `${new Intl.NumberFormat(LOCALES[language], TWO_DECIMALS).format(probability * 100)} %`;
}
