import { fnv1a } from "../text-hash.ts";

/** An order of 0 … n − 1 that depends on the seed only (Fisher and Yates, driven by mulberry32). */
export function seededOrder(n: number, seed: string): number[] {
  const order = Array.from({ length: n }, (_, at) => at);
  let state = fnv1a(seed);
  for (let last = n - 1; last > 0; last--) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const pick = ((mixed ^ (mixed >>> 14)) >>> 0) % (last + 1);
    [order[last], order[pick]] = [order[pick]!, order[last]!];
  }
  return order;
}
