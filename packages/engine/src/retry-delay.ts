/** Tries of one step before it is given up. A crash costs a try as a failure does, so that a step which kills its worker ends too. */
export const MAX_ATTEMPTS = 30;

/** How often a failing step is tried, and from which delay on. */
interface Patience {
  /** Failures (as opposed to lost leases) before it is given up. */
  readonly failures: number;
  /** The first delay is at most twice this. */
  readonly base_ms: number;
}

/** What fails in our own house fails again soon, or not: five tries in some seconds. */
export const OWN_PATIENCE: Patience = { failures: 5, base_ms: 250 };
/** Somebody else's overload lasts for tens of seconds: eight tries with full jitter span about a minute and a half, three at most. */
export const FOREIGN_PATIENCE: Patience = { failures: 8, base_ms: 1_000 };

/** PL4. */
const CAP_MS = 60_000;

/** Full jitter (Brooker, "Exponential Backoff and Jitter"): uniform in [0, min(60 s, base · 2ⁿ)], n the failures so far, from 1. */
export const retryDelay = (failures: number, random: number, { base_ms }: Patience = OWN_PATIENCE): number =>
  Math.floor(random * Math.min(CAP_MS, base_ms * 2 ** failures));
