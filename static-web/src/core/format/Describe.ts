import type { Age, Language, Patient, Study } from "@/core/api/Types";
import { formatDate } from "@/core/format/Dates";
import type { TextKey } from "@/core/i18n/Texts";
import type { Translator } from "@/core/i18n/Translate";
import { texts } from "@/core/i18n/Texts";

/** "83 years old", "14 months old": the server decides the unit. */
export function describeAge(age: Age | null, t: Translator): string {
  return age ? t(`age.${age.unit}`, { count: age.value }) : t("patient.unknownAge");
}

/** "83 y": for tables. */
export function shortAge(age: Age | null, t: Translator): string {
  return age ? t(`ageShort.${age.unit}`, { count: age.value }) : "";
}

export function describeSex(sex: Patient["sex"], t: Translator): string {
  return sex ? t(`patient.sex${sex}`) : t("patient.unknownSex");
}

/** "Mar 4, 2004 CT HEAD/NECK": how a study is named in labels. */
export function describeStudy(study: Study, language: Language, t: Translator): string {
  const date = study.date ? formatDate(study.date, language) : t("studies.noDate");
  return `${date} ${nameOfImages(study.modalities.join("/"), study.description)}`;
}

/** "CT HEAD/NECK 5.0 B30s"; many descriptions begin with the modality already. */
export function nameOfImages(modality: string, description: string): string {
  const named = description.toUpperCase().split(/[\s/_-]+/)[0] === modality.toUpperCase();
  return named ? description : [modality, description].filter(Boolean).join(" ");
}

/** Kinds of series that hold documents, positions or signals instead of images (PS3.3 C.7.3.1.1.1). */
const WITHOUT_PICTURES = new Set([
  "SR",
  "KO",
  "PR",
  "DOC",
  "PLAN",
  "REG",
  "RTPLAN",
  "RTSTRUCT",
  "RTRECORD",
  "ECG",
  "AU",
]);

export const hasPictures = (modality: string): boolean => !WITHOUT_PICTURES.has(modality);

/** The name of a finding in the reader's language, or as the model gave it. */
export const describeLabel = (label: string, t: Translator): string => translated("label", label, t);

/** What models say about themselves, in the reader's language where it is known; a report joins several with "; ". */
export const describeNotice = (notice: string, t: Translator): string =>
  notice
    .split("; ")
    .map((sentence) => translated("notice", sentence, t))
    .join("; ");

export const describeModel = (name: string, t: Translator): string => translated("model", name, t);

export const describeLicence = (licence: string, t: Translator): string => translated("licence", licence, t);

type Told = "label" | "notice" | "model" | "licence";

function translated(kind: Told, text: string, t: Translator): string {
  const key = `${kind}.${text}`;
  return Object.hasOwn(texts.en, key) ? t(key as Extract<TextKey, `${Told}.${string}`>) : text;
}
