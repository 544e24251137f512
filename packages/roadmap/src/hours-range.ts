import type { Hours } from "@wayfinder/protocol";

/** Nothing is learned in less than a quarter hour, the grain of the plan. */
export const LEAST_HOURS = 0.25;
/** Four full working weeks: what takes longer is no longer one concept. */
export const MOST_HOURS = 160;

/** Whether hours are in range and low ≤ likely ≤ high. */
export const areHoursSound = ({ low, likely, high }: Hours): boolean =>
  [low, likely, high].every((hours) => hours >= LEAST_HOURS && hours <= MOST_HOURS) && low <= likely && likely <= high;
