"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";

/** Tells moments as the time of day on this device, to the second. Only for what the browser renders. */
export function useClock(): (moment: number | string) => string {
  const locale = useLocale();
  return useMemo(() => {
    // The page's own formatter tells days in UTC; moments belong to the device's zone.
    const format = new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", {
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hour12: false,
    });
    return (moment) => format.format(new Date(moment));
  }, [locale]);
}
