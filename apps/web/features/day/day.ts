import type { Language } from "@wayfinder/protocol";

/** British order, as the rest of the English interface: 31 January. */
const LOCALES = { en: "en-GB", zh: "zh-CN" } as const satisfies Record<Language, string>;

/** A calendar day `YYYY-MM-DD` in words; the year is told only when it is not the year of `today`. */
export function dayInWords(day: string, language: Language, today: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : "numeric";
  const format = new Intl.DateTimeFormat(LOCALES[language], { day: "numeric", month: "long", year, timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** The calendar day of a moment on this device's calendar, `YYYY-MM-DD`, `days` later. */
export function localDay(moment: Date, days = 0): string {
  const at = new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + days);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
