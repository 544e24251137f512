/** A process that dies more often than this in a minute is not going to get well by itself (API.md, "Starting"). */
const MAX_PER_MINUTE = 5;
const MINUTE_MS = 60_000;

/** Counts restarts. `take` says whether one more is allowed at this time (milliseconds of any clock that only goes up). */
export function createRestartBudget(): { take(now: number): boolean } {
  let taken: number[] = [];
  return {
    take(now) {
      taken = taken.filter((at) => now - at < MINUTE_MS);
      if (taken.length >= MAX_PER_MINUTE) return false;
      taken.push(now);
      return true;
    },
  };
}
