import { monitorEventLoopDelay } from "node:perf_hooks";

/** How often the loop is looked at; what is measured contains it once. */
const RESOLUTION_MS = 20;
const NS_PER_S = 1e9;

/** How late the event loop was, in seconds. */
export interface Delay {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** The event loop's delay over the last finished span; whoever looks changes nothing. */
export class LoopDelay {
  readonly #histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  #last: Delay | null = null;

  constructor() {
    this.#histogram.enable();
  }

  /** Ends a span and begins the next; called by a clock. */
  turn(): void {
    this.#last = this.#measured();
    this.#histogram.reset();
  }

  /** Of the last span; before the first has ended, of what there is. */
  read(): Delay {
    return this.#last ?? this.#measured();
  }

  stop(): void {
    this.#histogram.disable();
  }

  #measured(): Delay {
    if (this.#histogram.count === 0) return { p50: 0, p99: 0, max: 0 };
    const late = (ns: number) => Math.max(0, ns / NS_PER_S - RESOLUTION_MS / 1_000);
    const { max } = this.#histogram;
    return { p50: late(this.#histogram.percentile(50)), p99: late(this.#histogram.percentile(99)), max: late(max) };
  }
}
