import type { Language } from "@wayfinder/protocol";

/** British order, as the rest of the English interface: 31 Jan. */
const LOCALES = { en: "en-GB", zh: "zh-CN" } as const satisfies Record<Language, string>;

export interface DayStyle {
  readonly language: Language;
  /** The year is told only when it is not the year of this day. */
  readonly today: string;
}

/** A calendar day `YYYY-MM-DD` in words: 31 Jan, 1月31日. All days of the pages are told like this. */
export function dayInWords(day: string, { language, today }: DayStyle): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : "numeric";
  const format = new Intl.DateTimeFormat(LOCALES[language], { day: "numeric", month: "short", year, timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** A moment on this device's calendar and clock, of 24 hours: 31 Jan, 08:05. */
export function momentInWords(moment: Date, style: DayStyle): string {
  const day = dayInWords(localDay(moment), style);
  const time = `${two(moment.getHours())}:${two(moment.getMinutes())}`;
  return style.language === "zh" ? `${day} ${time}` : `${day}, ${time}`;
}

/** The calendar day of a moment on this device's calendar, `YYYY-MM-DD`, `days` later. */
export function localDay(moment: Date, days = 0): string {
  const at = new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + days);
  return `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

const two = (n: number): string => String(n).padStart(2, "0");
