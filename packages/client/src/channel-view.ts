import type { TaskEvent } from "@wayfinder/protocol";
import { applyEvent, EMPTY_SNAPSHOT, type Snapshot } from "@wayfinder/protocol/fold";
import { IDLE_CHANNEL_STATE, type ChannelState } from "./channel-state.ts";
import type { Schedule } from "./environment.ts";
import type { ShownConnection } from "./task-connection.ts";

/** Events kept for the timeline: more than anybody scrolls through, little enough to keep in a page. */
const TIMELINE_LENGTH = 500;

/** Folds what is delivered and publishes it, a burst at a time, to whoever listens. */
export class ChannelView {
  readonly #schedule: Schedule;
  readonly #source: () => ShownConnection;
  readonly #listeners = new Set<() => void>();
  #published: ChannelState = IDLE_CHANNEL_STATE;
  #snapshot: Snapshot = EMPTY_SNAPSHOT;
  #arrived: TaskEvent[] = [];
  #cleared = false;
  #unfolded = 0;
  #cancel: (() => void) | null = null;

  constructor({ schedule, source }: { schedule: Schedule; source: () => ShownConnection }) {
    this.#schedule = schedule;
    this.#source = source;
  }

  getState(): ChannelState {
    return this.#published;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Takes an event in. One that the fold cannot apply still counts as delivered: a newer server may mean something new by it. */
  apply(event: TaskEvent): void {
    try {
      this.#snapshot = applyEvent(this.#snapshot, event);
    } catch {
      this.#snapshot = { ...this.#snapshot, seq: event.seq };
      this.#unfolded += 1;
    }
    if (event.type !== "content_delta") this.#arrived.push(event);
    if (this.#arrived.length > 2 * TIMELINE_LENGTH) this.#arrived = this.#arrived.slice(-TIMELINE_LENGTH);
  }

  /** Another log follows. */
  clear(): void {
    this.#snapshot = EMPTY_SNAPSHOT;
    this.#arrived = [];
    this.#cleared = true;
  }

  /** Publishes with the next batch, if there is anything new. */
  update(): void {
    this.#cancel ??= this.#schedule(() => this.flush());
  }

  /** Publishes what there is at once. */
  flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#publish(this.#source());
  }

  /** Publishes for the last time and lets every listener go. */
  close(): void {
    this.flush();
    this.#listeners.clear();
  }

  #publish({ connection, counters }: ShownConnection): void {
    const before = this.#published;
    const next: ChannelState = {
      connection: kept(before.connection, connection),
      snapshot: this.#snapshot,
      timeline: this.#nextTimeline(before.timeline),
      counters: kept(before.counters, { ...counters, unfolded: this.#unfolded }),
    };
    this.#published = kept(before, next);
    if (this.#published !== before) for (const listener of [...this.#listeners]) listener();
  }

  #nextTimeline(before: readonly TaskEvent[]): readonly TaskEvent[] {
    const base = this.#cleared ? [] : before;
    this.#cleared = false;
    if (this.#arrived.length === 0) return base.length === before.length ? before : base;
    const next = [...base, ...this.#arrived].slice(-TIMELINE_LENGTH);
    this.#arrived = [];
    return next;
  }
}

/** The old object if the new one says the same, field by field. */
function kept<T extends object>(before: T, next: T): T {
  const keys = Object.keys(next) as (keyof T)[];
  return keys.length === Object.keys(before).length && keys.every((key) => Object.is(before[key], next[key])) ? before : next;
}
