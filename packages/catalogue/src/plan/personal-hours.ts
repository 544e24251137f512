import type { Hours, Level } from "@wayfinder/protocol";

/** Hours are planned in quarters. */
const QUARTER_HOURS = 0.25;
/** A complete beginner's worst case lies this much above the catalogue's `high`, which is meant for a careful newcomer. */
const BEGINNER_RESERVE = 1.25;

const upToQuarter = (hours: number): number => Math.ceil(hours / QUARTER_HOURS - 1e-9) * QUARTER_HOURS;

/** The hours of a concept for a person of this level: beginners are planned with `high`, advanced ones between `low` and `likely`. */
export function personalHours({ low, likely, high }: Hours, level: Level): Hours {
  switch (level) {
    case "beginner":
      return { low: likely, likely: high, high: upToQuarter(high * BEGINNER_RESERVE) };
    case "intermediate":
      return { low, likely, high };
    case "advanced":
      return { low, likely: upToQuarter((low + likely) / 2), high: likely };
  }
}
