import { setTimeout as delay } from "node:timers/promises";

/** How often a condition that nothing announces is looked at. Milliseconds. */
const LOOK_EVERY_MS = 50;

/**
 * Resolves with the first answer that is neither undefined, null nor false; rejects after `timeout_ms`, naming what
 * was waited for. For what no event announces: other processes and their files.
 */
export async function until<T>(what: string, timeout_ms: number, look: () => T | Promise<T>): Promise<NonNullable<T>> {
  const end = performance.now() + timeout_ms;
  for (;;) {
    const answer = await look();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (performance.now() > end) throw new Error(`Waited ${timeout_ms} ms in vain for ${what}.`);
    await delay(LOOK_EVERY_MS);
  }
}
