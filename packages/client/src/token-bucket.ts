/** The least time between two dials, in ms: the failure this channel was made for dialled every 100 ms. */
const SPACING_MS = 250;
const MINUTE_MS = 60_000;
/** Dials in any minute. */
const PER_MINUTE = 10;
const HOUR_MS = 3_600_000;
/** Dials in any hour. */
const PER_HOUR = 60;
/** A person who clicks waits at most this long, in ms, also with an empty bucket. */
const CLICK_WAIT_MS = 5_000;

/** The hard ceiling on dials, or on probes, of one channel (CL4). It stands outside the state machine, so that no fault there can pass it. */
export interface TokenBucket {
  /** Spends a token and answers null, or answers the moment from which one is free. A `click` of a person waits at most 5 s. */
  take(now: number, click: boolean): number | null;
  /** Gives back the token spent at `at`: that dial stayed connected. */
  giveBack(at: number): void;
  /** Whether nothing was spent within the last hour, so that the bucket may be forgotten. */
  isFull(now: number): boolean;
}

/** A full bucket. It counts in sliding windows, so no minute and no hour, wherever it begins, holds more than its share. */
export function createTokenBucket(): TokenBucket {
  let spent: number[] = [];
  let last = -Infinity;

  /** Forgets what is an hour old; a clock that was set back must not lock the channel out, so nothing stays in the future. */
  const settle = (now: number): void => {
    spent = spent.map((at) => Math.min(at, now)).filter((at) => at > now - HOUR_MS);
    last = Math.min(last, now);
  };
  const windowFree = (count: number, span_ms: number): number => (spent.at(-count) ?? -Infinity) + span_ms;

  return {
    take(now, click) {
      settle(now);
      const ceiling = Math.max(windowFree(PER_MINUTE, MINUTE_MS), windowFree(PER_HOUR, HOUR_MS));
      const free = Math.max(last + SPACING_MS, click ? Math.min(ceiling, last + CLICK_WAIT_MS) : ceiling);
      if (free > now) return free;
      spent.push(now);
      last = now;
      return null;
    },
    giveBack(at) {
      const index = spent.lastIndexOf(at);
      if (index >= 0) spent.splice(index, 1);
    },
    isFull(now) {
      settle(now);
      return spent.length === 0;
    },
  };
}
