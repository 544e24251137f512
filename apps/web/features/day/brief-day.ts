import type { Language } from "@wayfinder/protocol";

const LOCALES = { en: "en-GB", zh: "zh-CN" } as const satisfies Record<Language, string>;

/** A calendar day `YYYY-MM-DD` in few letters, 23 Nov; with the year only when it is not the year of `today`, if that is given. */
export function briefDay(day: string, language: Language, today = day): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : "numeric";
  return new Intl.DateTimeFormat(LOCALES[language], { day: "numeric", month: "short", year, timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
