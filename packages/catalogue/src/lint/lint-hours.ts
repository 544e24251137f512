import type { Hours } from "@wayfinder/protocol";
import type { Say } from "./say.ts";

/** Likely hours of a concept, by its level, and of a project. */
const LIKELY_HOURS: Readonly<Record<string, readonly [number, number]>> = {
  beginner: [1, 5],
  intermediate: [1.5, 8],
  advanced: [3, 8],
  project: [8, 24],
};
const LOW_SHARE = [0.4, 0.85] as const;
const HIGH_SHARE = [1.25, 2] as const;

/** That hours are in quarters and in proportion (L8). `size` is a level or "project". */
export function lintHours({ low, likely, high }: Hours, size: string, say: Say): void {
  const range = LIKELY_HOURS[size];
  if (!range) return say("L8", `level "${size}"; known: ${Object.keys(LIKELY_HOURS).join(", ")}`);
  const isQuarter = (n: number) => Number.isFinite(n) && n > 0 && (n * 4) % 1 === 0;
  if (![low, likely, high].every(isQuarter)) return say("L8", "hours need low, likely and high in steps of 0.25");
  if (likely < range[0] || likely > range[1]) say("L8", `likely ${likely} h is outside ${range[0]} to ${range[1]} for ${size}`);
  if (low < likely * LOW_SHARE[0] || low > likely * LOW_SHARE[1]) say("L8", `low ${low} must be 0.4 to 0.85 of likely ${likely}`);
  if (high < likely * HIGH_SHARE[0] || high > likely * HIGH_SHARE[1])
    say("L8", `high ${high} must be 1.25 to 2 times likely ${likely}`);
}
