"use client";

import { useLocale } from "next-intl";
import { localDay, momentInWords } from "./day.ts";

/** Tells moments, as the server writes them, by day and time of this device. Only for what the browser renders. */
export function useMoment(): (moment: string) => string {
  const language = useLocale();
  return (moment) => momentInWords(new Date(moment), { language, today: localDay(new Date()) });
}
