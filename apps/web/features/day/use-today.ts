"use client";

import { useState } from "react";
import { localDay } from "./day.ts";

/** Today and tomorrow on this device's calendar, `YYYY-MM-DD`, as they were when the page opened. */
export function useToday(): { readonly today: string; readonly tomorrow: string } {
  const [days] = useState(() => {
    const now = new Date();
    return { today: localDay(now), tomorrow: localDay(now, 1) };
  });
  return days;
}
