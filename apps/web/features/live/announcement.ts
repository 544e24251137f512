/** The least time between two things said to a screen reader, in ms: more often and nobody can follow. */
const QUIET_MS = 5_000;

/** How long a new sentence must wait, in ms, when the last one was said at `last` (ms), or never. */
export function announcementDelay(last: number | null, now: number): number {
  return last === null ? 0 : Math.max(0, last + QUIET_MS - now);
}
