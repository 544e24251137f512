"use client";

import { useLocale } from "next-intl";
import { dayInWords, localDay } from "./day.ts";

/** Tells calendar days in the words of the page's language. Only for what the browser renders: today is the device's. */
export function useDay(): (day: string) => string {
  const language = useLocale();
  return (day) => dayInWords(day, { language, today: localDay(new Date()) });
}
