import { wireText, type StoredEvent, type TaskStore } from "@wayfinder/engine";
import { textFrame } from "./frame.ts";

/** Frames kept ready per task; older ones are read from the table again (SD2). */
const TASK_BYTES = 1024 * 1024;
/** Events read from the table at once (SD2). */
const PAGE = 1_000;

export interface Frame {
  readonly seq: number;
  readonly bytes: Buffer;
  readonly final: boolean;
}

/**
 * The one reader of a task's log in this process: an append-only run of ready frames, shared by all watchers (SD2, SD3).
 *
 * Watchers hold a cursor. `frames(cursor)` gives what is in memory from there, or reads a page for a cursor that is behind.
 */
export class TaskTail {
  readonly task_id: string;
  readonly watchers = new Set<() => void>();
  readonly #store: Pick<TaskStore, "readEvents">;
  readonly #onBytes: (change: number) => void;
  readonly #pages = new Map<number, Promise<Frame[]>>();
  #frames: Frame[] = [];
  #bytes = 0;
  /** Highest number read. */
  #last: number;
  #head: number;
  #reading = false;

  constructor(options: {
    task_id: string;
    head: number;
    store: Pick<TaskStore, "readEvents">;
    onBytes: (change: number) => void;
  }) {
    this.task_id = options.task_id;
    this.#store = options.store;
    this.#onBytes = options.onBytes;
    this.#last = options.head;
    this.#head = options.head;
  }

  /** The highest number known to exist. */
  get head(): number {
    return this.#head;
  }

  /** Word of a new head, from a wake-up or a poll; reads what is new. Lower or repeated word changes nothing (LG7). */
  async advance(head: number): Promise<void> {
    this.#head = Math.max(this.#head, head);
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (this.#last < this.#head) {
        const page = await this.#read(this.#last);
        if (page.length === 0) return;
        for (const frame of page) this.#keep(frame);
        for (const wake of this.watchers) wake();
      }
    } finally {
      this.#reading = false;
    }
  }

  /** Frames from number `cursor` on that are in memory, without copying; empty when there is nothing new. Null: `page(cursor)` is needed. */
  frames(cursor: number): Frame[] | null {
    if (cursor > this.#last) return [];
    const first = this.#last - this.#frames.length + 1;
    return cursor < first ? null : this.#frames.slice(cursor - first);
  }

  /** A page of frames from number `cursor` on, read from the table; watchers at the same place share one read. */
  page(cursor: number): Promise<Frame[]> {
    let page = this.#pages.get(cursor);
    if (!page) {
      page = this.#read(cursor - 1).finally(() => this.#pages.delete(cursor));
      this.#pages.set(cursor, page);
    }
    return page;
  }

  /** Forgets the frames in memory; the table has them. */
  forget(): void {
    this.#onBytes(-this.#bytes);
    this.#frames = [];
    this.#bytes = 0;
  }

  async #read(after: number): Promise<Frame[]> {
    const events = await this.#store.readEvents({ task_id: this.task_id, after, limit: PAGE });
    return events.map((event) => frameOf(this.task_id, event));
  }

  #keep(frame: Frame): void {
    this.#frames.push(frame);
    this.#last = frame.seq;
    this.#head = Math.max(this.#head, frame.seq);
    this.#count(frame.bytes.length);
    let drop = 0;
    while (this.#bytes > TASK_BYTES && drop < this.#frames.length - 1) this.#count(-this.#frames[drop++]!.bytes.length);
    if (drop > 0) this.#frames.splice(0, drop);
  }

  #count(change: number): void {
    this.#bytes += change;
    this.#onBytes(change);
  }
}

const frameOf = (task_id: string, event: StoredEvent): Frame => ({
  seq: event.seq,
  bytes: textFrame(wireText(task_id, event)),
  final: event.body.includes('"final":true') && isFinalBody(event.body),
});

const isFinalBody = (body: string): boolean => (JSON.parse(body) as { final?: boolean }).final === true;
