/** Chance with a seed: the same seed gives the same numbers in the same order. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  /** Another run of numbers, given by this one: for somebody who draws at times of their own. */
  fork(): Random;
}

/** Mulberry32: 32 bits of state are plenty for faults that need to come again, not to be secret. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return { next, int, fork: () => seededRandom(int(0, 2 ** 32 - 1)) };
}
