import type { Language } from "@/core/api/Types";
import { LOCALES } from "@/core/i18n/Translate";

const CALENDAR_DATE = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/;

/** A DICOM calendar date ("2004-03-04", or only its year or month) as "Mar 4, 2004". */
export function formatDate(iso: string, language: Language): string {
  const [, year, month, day] = CALENDAR_DATE.exec(iso) ?? [];
  if (!year) return iso;
  // A calendar date has no time zone: format it in the one it was built in.
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  const parts: Intl.DateTimeFormatOptions = { year: "numeric" };
  if (month) parts.month = "short";
  if (day) parts.day = "numeric";
  return new Intl.DateTimeFormat(LOCALES[language], { ...parts, timeZone: "UTC" }).format(date);
}

/** A time of day from a DICOM study: "10:15:00" as "10:15". */
export function formatTimeOfDay(time: string): string {
  return time.slice(0, 5);
}

/** The clock time of an instant, where the reader sits: "12:04". */
export function formatClock(instant: string | number | Date, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return format.format(new Date(instant));
}

/** The day of an instant within a year, where the reader sits: "Nov 22". */
export function formatDay(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { month: "short", day: "numeric" }).format(new Date(instant));
}

/** An instant in full: "Nov 22, 2025, 12:04". */
export function formatInstant(instant: string, language: Language): string {
  const date = new Date(instant);
  const day = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "medium" }).format(date);
  return `${day}, ${formatClock(date, language)}`;
}
