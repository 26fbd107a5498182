import type { Language } from "@/core/api/Types";
import type { Arguments, Message } from "@/core/i18n/Messages";
import { texts, type TextKey, type Texts } from "@/core/i18n/Texts";

/** BCP 47 tags: "Mar 4, 2004" needs en-US; Spanish stays neutral between countries. */
export const LOCALES: Record<Language, string> = { en: "en-US", es: "es" };

/** Keys of texts that need no values. */
export type PlainTextKey = { [K in TextKey]: Arguments<Texts[K]> extends [] ? K : never }[TextKey];

export interface Translator {
  <K extends TextKey>(key: K, ...values: Arguments<Texts[K]>): string;
  readonly language: Language;
}

const pluralRules = { en: new Intl.PluralRules("en"), es: new Intl.PluralRules("es") };
const numbers = { en: new Intl.NumberFormat("en-US"), es: new Intl.NumberFormat("es") };

/** A translator for one language. */
export function translatorFor(language: Language): Translator {
  const translate = <K extends TextKey>(key: K, ...[values]: Arguments<Texts[K]>) =>
    fill(texts[language][key], (values ?? {}) as Filling, language);
  return Object.assign(translate, { language });
}

type Filling = Readonly<Record<string, string | number>>;

function fill(message: Message, values: Filling, language: Language): string {
  return chosenForm(message, values, language).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? "";
    return typeof value === "number" ? numbers[language].format(value) : value;
  });
}

function chosenForm(message: Message, values: Filling, language: Language): string {
  if (typeof message === "string") return message;
  return pluralRules[language].select(Number(values.count)) === "one" ? message.one : message.other;
}
