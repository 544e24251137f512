/** The least wait before a retry, in ms. */
const LEAST_MS = 100;
/** The spread of the first retry, in ms; it doubles with each failure. */
const FIRST_SPREAD_MS = 500;
/** The widest spread, in ms: past half a minute a person would rather click. */
const WIDEST_SPREAD_MS = 30_000;
/** No answer of a server may park a channel for longer, in ms; timers also overflow past 24 days and would fire at once. */
export const LONGEST_WAIT_MS = 3_600_000;

/** How many milliseconds to wait before try `attempt` (CL3); `random` is uniform in [0, 1), `after_ms` is the server's wish. */
export function retryDelay({ attempt, random, after_ms }: { attempt: number; random: number; after_ms: number }): number {
  const spread = Math.min(WIDEST_SPREAD_MS, FIRST_SPREAD_MS * 2 ** attempt);
  return Math.min(LONGEST_WAIT_MS, Math.max(after_ms, LEAST_MS + random * spread));
}
