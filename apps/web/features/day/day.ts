import type { Language } from "@wayfinder/protocol";

/** British order, as the rest of the English interface: 31 January. */
const LOCALES = { en: "en-GB", zh: "zh-CN" } as const satisfies Record<Language, string>;

const NARROW_MONTHS = { en: "short", zh: "numeric" } as const satisfies Record<Language, string>;

export interface DayStyle {
  readonly language: Language;
  /** The year is told only when it is not the year of this day. */
  readonly today: string;
  /** Where there is little room: the month is cut short beside a year. */
  readonly narrow?: boolean;
}

/** A calendar day `YYYY-MM-DD` in words. */
export function dayInWords(day: string, { language, today, narrow = false }: DayStyle): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : "numeric";
  const month = narrow && year ? NARROW_MONTHS[language] : "long";
  const format = new Intl.DateTimeFormat(LOCALES[language], { day: "numeric", month, year, timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** The calendar day of a moment on this device's calendar, `YYYY-MM-DD`, `days` later. */
export function localDay(moment: Date, days = 0): string {
  const at = new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + days);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
