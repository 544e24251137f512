"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";

/** Tells moments as day and time on this device. Only for what the browser renders. */
export function useMoment(): (moment: string) => string {
  const locale = useLocale();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", { dateStyle: "medium", timeStyle: "short" });
    return (moment) => format.format(new Date(moment));
  }, [locale]);
}
