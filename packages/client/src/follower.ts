import type { TaskEvent } from "@wayfinder/protocol";
import { NO_COUNTS, type CounterName, type Counters } from "./counters.ts";
import { retryDelay } from "./delay.ts";
import { dialUrl } from "./dial-url.ts";
import type { Environment } from "./environment.ts";
import { readLogPage, type LogPage } from "./log-page.ts";
import { logUrl } from "./log-url.ts";

export interface FollowerOptions {
  readonly url: string;
  readonly task_id: string;
  readonly after: number | undefined;
  readonly environment: Environment;
  readonly deliver: (event: TaskEvent) => void;
  readonly reset: () => void;
  /** Something is to be shown. */
  readonly changed: () => void;
}

/**
 * A tab's own place in the log while another tab has the connection (CL9).
 *
 * What the leader passes on is delivered by the rule of CL2. Whatever does not fit (a late start, a lost message, another log) is read from the
 * server, which alone says what the log is: broadcasts are only ever wake-ups and shortcuts.
 */
export class Follower {
  readonly #options: FollowerOptions;
  #last: number;
  #placed: boolean;
  #epoch: string | null = null;
  #counters: Counters = NO_COUNTS;
  #ended = false;
  #stopped = true;
  #reading: AbortController | null = null;
  /** Whether something came up during the present read that it may have missed. */
  #again = false;
  #failures = 0;
  #timer: unknown = null;

  constructor(options: FollowerOptions) {
    this.#options = options;
    this.#last = options.after ?? 0;
    this.#placed = options.after !== undefined;
  }

  /** Where a connection of our own would go on. */
  get place(): { after: number | undefined; epoch: string | null } {
    return { after: this.#placed ? this.#last : undefined, epoch: this.#epoch };
  }

  get counters(): Counters {
    return this.#counters;
  }

  /** Whether the final event was delivered. */
  get hasEnded(): boolean {
    return this.#ended;
  }

  /** Follows, also after a stop. */
  start(): void {
    this.#stopped = false;
  }

  /** A connection of this tab's own has got on. */
  moveTo({ last, epoch }: { last: number; epoch: string | null }): void {
    this.#last = last;
    this.#epoch = epoch;
    this.#placed ||= epoch !== null;
  }

  /** The leader delivered an event. */
  onEvent(epoch: string, event: TaskEvent): void {
    if (event.task_id !== this.#options.task_id) return this.#count("malformed");
    if (epoch === this.#epoch && event.seq <= this.#last) return this.#count("duplicates");
    if (epoch === this.#epoch && event.seq === this.#last + 1) return this.#accept(event);
    this.catchUp();
  }

  /** The leader is at `last` of the log `epoch`. */
  onPlace(epoch: string | null, last: number): void {
    if (epoch !== null && (epoch !== this.#epoch || last > this.#last)) this.catchUp();
  }

  /** Reads what is missing from the server, one page after the other. A failed read is tried again later (CL3). */
  catchUp(): void {
    if (this.#ended || this.#stopped || this.#timer !== null) return;
    this.#again = true;
    if (this.#reading === null) void this.#read(new AbortController());
  }

  /** Leaves no request and no timer behind. */
  stop(): void {
    this.#stopped = true;
    this.#reading?.abort();
    this.#reading = null;
    if (this.#timer !== null) this.#options.environment.clock.clearTimer(this.#timer);
    this.#timer = null;
  }

  async #read(reading: AbortController): Promise<void> {
    this.#reading = reading;
    const { url, task_id, environment } = this.#options;
    try {
      while (this.#again) {
        this.#again = false;
        const target = logUrl(dialUrl({ url, last: this.#last, placed: this.#placed, epoch: this.#epoch }), task_id);
        const page = await readLogPage({ fetch: environment.fetch, url: target, signal: reading.signal });
        if (reading.signal.aborted) return;
        this.#take(page);
      }
      this.#failures = 0;
    } catch {
      if (!reading.signal.aborted) this.#retryLater();
    } finally {
      if (this.#reading === reading) this.#reading = null;
    }
  }

  /** A page that does not go on from our place, or brings nothing although there is more, is a fault: it throws. */
  #take({ events, head, epoch }: LogPage): void {
    if ((this.#epoch !== null && epoch !== this.#epoch) || head < this.#last) this.#startOver();
    this.#epoch = epoch;
    this.#placed = true;
    const before = this.#last;
    for (const event of events) {
      if (event.seq > this.#last + 1) throw new Error("A page with a gap");
      if (event.seq === this.#last + 1) this.#accept(event);
    }
    if (this.#last >= head || this.#ended) return;
    if (this.#last === before) throw new Error("A page that brings nothing");
    this.#again = true;
  }

  #startOver(): void {
    this.#last = 0;
    this.#count("resets");
    this.#options.reset();
  }

  #accept(event: TaskEvent): void {
    if (this.#ended || this.#stopped) return;
    this.#last = event.seq;
    this.#count("delivered");
    this.#ended = "final" in event && event.final === true;
    this.#options.deliver(event);
    this.#options.changed();
  }

  #count(name: CounterName): void {
    this.#counters = { ...this.#counters, [name]: this.#counters[name] + 1 };
    this.#options.changed();
  }

  #retryLater(): void {
    const { clock, random } = this.#options.environment;
    const after_ms = retryDelay({ attempt: ++this.#failures, random: random(), after_ms: 0 });
    this.#timer = clock.setTimer(() => {
      this.#timer = null;
      this.catchUp();
    }, after_ms);
  }
}
