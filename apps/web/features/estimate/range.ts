import type { Hours } from "@wayfinder/protocol";

/** The middle label keeps clear of its neighbours between these, in percent of the bar. */
const LEFT = 42;
const RIGHT = 58;

/** Where "likely" stands between low and high, in percent, kept where its label has room. */
export function likelyPercent({ low, likely, high }: Hours): number {
  const exact = high > low ? ((likely - low) / (high - low)) * 100 : 50;
  return Math.min(RIGHT, Math.max(LEFT, exact));
}
