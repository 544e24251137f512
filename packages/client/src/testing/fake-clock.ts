import type { Clock } from "../environment.ts";

interface Pending {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that stands still until a test moves it. Timers run in the order of their time, then of their making. */
export class FakeClock implements Clock {
  /** What timers go by. */
  #elapsed = 0;
  /** What the wall clock showed at the start. */
  #start: number;
  #timers: Pending[] = [];

  constructor(now = 1_700_000_000_000) {
    this.#start = now;
  }

  now(): number {
    return this.#start + this.#elapsed;
  }

  setTimer(run: () => void, after_ms: number): unknown {
    const timer: Pending = { at: this.#elapsed + after_ms, run };
    this.#timers.push(timer);
    return timer;
  }

  clearTimer(timer: unknown): void {
    this.#timers = this.#timers.filter((other) => other !== timer);
  }

  /** Timers set and not yet run. */
  get pending(): number {
    return this.#timers.length;
  }

  /** Moves to the next timer and runs it; false if there is none. */
  runNext(): boolean {
    const next = this.#next();
    if (next === undefined) return false;
    this.clearTimer(next);
    this.#elapsed = Math.max(this.#elapsed, next.at);
    next.run();
    return true;
  }

  /** Lets `ms` pass, running what falls due. */
  advance(ms: number): void {
    const end = this.#elapsed + ms;
    for (let next = this.#next(); next !== undefined && next.at <= end; next = this.#next()) this.runNext();
    this.#elapsed = Math.max(this.#elapsed, end);
  }

  /** Time passes without running anything, as when a machine sleeps. */
  sleep(ms: number): void {
    this.#elapsed += ms;
  }

  /** Somebody sets the wall clock; timers do not mind. */
  set(ms: number): void {
    this.#start += ms;
  }

  #next(): Pending | undefined {
    let next: Pending | undefined;
    for (const timer of this.#timers) if (next === undefined || timer.at < next.at) next = timer;
    return next;
  }
}
