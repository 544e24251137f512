/** Tries of one step before it is given up. A crash costs a try as a failure does, so that a step which kills its worker ends too. */
export const MAX_ATTEMPTS = 30;
/** Failures (as opposed to lost leases) are given up sooner: five tries with full jitter span about a minute. */
export const MAX_FAILURES = 5;
const BASE_MS = 250;
/** PL4. */
const CAP_MS = 60_000;

/** Full jitter (Brooker, "Exponential Backoff and Jitter"): uniform in [0, min(60 s, 250 ms · 2ⁿ)], n the failures so far, from 1. */
export const retryDelay = (failures: number, random: number): number =>
  Math.floor(random * Math.min(CAP_MS, BASE_MS * 2 ** failures));
