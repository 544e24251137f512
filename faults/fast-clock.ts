import type { Clock } from "@wayfinder/client";

/** A clock of a client that lives `speed` times as fast as we do: its backoffs and timeouts cost us less. */
export interface FastClock extends Clock {
  readonly pending: Set<unknown>;
  /** What `now` said last. */
  said(): number;
}

export function fastClock(speed: number): FastClock {
  const pending = new Set<unknown>();
  const begin = performance.now();
  let said = 0;
  return {
    pending,
    said: () => said,
    now: () => (said = performance.timeOrigin + (performance.now() - begin) * speed),
    setTimer(run, after_ms) {
      const timer = setTimeout(() => {
        pending.delete(timer);
        run();
      }, after_ms / speed);
      pending.add(timer);
      return timer;
    },
    clearTimer(timer) {
      pending.delete(timer);
      clearTimeout(timer as NodeJS.Timeout);
    },
  };
}
