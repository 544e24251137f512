import type { TaskEvent } from "@wayfinder/protocol";
import { idleState, type ChannelState } from "./channel-state.ts";
import type { Schedule } from "./environment.ts";
import type { Fold } from "./fold.ts";
import type { ShownConnection } from "./task-connection.ts";

/** Events kept for the timeline: more than anybody scrolls through, little enough to keep in a page. */
const TIMELINE_LENGTH = 500;

export interface ChannelViewOptions<S> {
  readonly schedule: Schedule;
  readonly fold: Fold<S>;
  readonly source: () => ShownConnection;
}

/** Folds what is delivered and publishes it, a burst at a time, to whoever listens. What it keeps does not grow with the log, but for the fold. */
export class ChannelView<S> {
  readonly #options: ChannelViewOptions<S>;
  readonly #listeners = new Set<() => void>();
  #published: ChannelState<S>;
  #snapshot: S;
  /** What the fold made since the last publication. */
  #fresh = new Set<object>();
  #timeline: readonly TaskEvent[] = [];
  #arrived: TaskEvent[] = [];
  #earlier = 0;
  #unknown = 0;
  #unfolded = 0;
  #cancel: (() => void) | null = null;

  constructor(options: ChannelViewOptions<S>) {
    this.#options = options;
    this.#snapshot = options.fold.empty;
    this.#published = idleState(this.#snapshot);
  }

  getState(): ChannelState<S> {
    return this.#published;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Takes an event in. One that the fold cannot apply still counts as delivered: a newer server may mean something new by it. */
  apply(event: TaskEvent): void {
    const { fold } = this.#options;
    if (fold.knows?.(event.type) === false) this.#unknown += 1;
    try {
      this.#snapshot = fold.apply(this.#snapshot, event, this.#fresh);
    } catch {
      this.#unfolded += 1;
    }
    if (event.type !== "content_delta") this.#arrived.push(event);
    // Out of sight nothing is published for a while: the window slides without it.
    if (this.#arrived.length >= TIMELINE_LENGTH) this.#slide();
  }

  /** Another log follows. */
  clear(): void {
    this.#snapshot = this.#options.fold.empty;
    this.#timeline = [];
    this.#arrived = [];
    this.#earlier = 0;
  }

  /** Publishes with the next batch, if there is anything new. */
  update(): void {
    this.#cancel ??= this.#options.schedule(() => this.flush());
  }

  /** Publishes what there is at once. */
  flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#slide();
    this.#fresh = new Set();
    const { connection, counters } = this.#options.source();
    const before = this.#published;
    this.#published = kept(before, {
      connection: kept(before.connection, connection),
      snapshot: this.#snapshot,
      timeline: this.#timeline,
      earlier: this.#earlier,
      counters: kept(before.counters, {
        ...counters,
        unknown: counters.unknown + this.#unknown,
        unfolded: this.#unfolded,
      }),
    });
    if (this.#published !== before) for (const listener of [...this.#listeners]) listener();
  }

  /** Publishes for the last time and lets every listener go. */
  close(): void {
    this.flush();
    this.#listeners.clear();
  }

  #slide(): void {
    if (this.#arrived.length === 0) return;
    const all = [...this.#timeline, ...this.#arrived];
    this.#timeline = all.slice(-TIMELINE_LENGTH);
    this.#earlier += all.length - this.#timeline.length;
    this.#arrived = [];
  }
}

/** The old object if the new one says the same, field by field. */
function kept<T extends object>(before: T, next: T): T {
  const keys = Object.keys(next) as (keyof T)[];
  return keys.length === Object.keys(before).length && keys.every((key) => Object.is(before[key], next[key])) ? before : next;
}
