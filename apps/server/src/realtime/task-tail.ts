import type { StoredEvent, TaskStore } from "@wayfinder/engine";
import { blocksOf, FrameBlock } from "./frame-block.ts";

/** Frames kept ready per task; older ones are read from the table again (SD2). */
const TASK_BYTES = 1024 * 1024;
/** Events read from the table at once (SD2). */
const PAGE = 1_000;
/** A log no longer than this before its first watcher is read into memory whole; a longer one from its end. */
const WARM_EVENTS = 4_000;

export interface TaskTailOptions {
  readonly task_id: string;
  /** The log's head and the first watcher's cursor. */
  readonly head: number;
  readonly cursor: number;
  readonly store: Pick<TaskStore, "readEvents">;
  readonly onBytes: (change: number) => void;
}

/**
 * The one reader of a task's log in this process: an append-only run of ready frames in shared blocks (SD2, SD3).
 *
 * Watchers hold a cursor. `block(cursor)` gives the block it lies in; a cursor before the run reads a page from the table.
 */
export class TaskTail {
  readonly task_id: string;
  /** Called when there is more to read. */
  readonly watchers = new Set<() => void>();
  readonly #o: TaskTailOptions;
  readonly #pages = new Map<number, Promise<FrameBlock[]>>();
  #blocks: FrameBlock[] = [];
  #bytes = 0;
  /** Highest number read. */
  #last: number;
  #head: number;
  #reading: Promise<void> | null = null;
  /** Whether numbers up to the head were looked for in the table, and were not there. */
  #isMissing = false;
  #dropped = false;

  constructor(options: TaskTailOptions) {
    this.task_id = options.task_id;
    this.#o = options;
    this.#head = options.head;
    this.#last = Math.max(Math.min(options.cursor - 1, options.head), options.head - WARM_EVENTS);
  }

  /** The highest number known to exist. */
  get head(): number {
    return this.#head;
  }

  /** Word of a new head, from a wake-up or a poll; reads what is new. Lower or repeated word changes nothing (LG7). */
  advance(head: number): Promise<void> {
    this.#head = Math.max(this.#head, head);
    if (this.#last >= this.#head) return Promise.resolve();
    this.#reading ??= this.#readOn().finally(() => (this.#reading = null));
    return this.#reading;
  }

  /** Takes over what was just committed here, if it follows what is there; else the table is read at the next word of the head. */
  take(events: readonly StoredEvent[]): void {
    if (this.#dropped) return;
    const before = this.#last;
    for (const event of events) if (event.seq === this.#last + 1) this.#keep(event);
    if (this.#last > before) this.#wake();
  }

  /** The block in memory that holds number `cursor`; `ahead`: not there yet; `behind`: `page(cursor)` has to look for it. */
  block(cursor: number): FrameBlock | "ahead" | "behind" {
    if (cursor > this.#last) return this.#isMissing && cursor <= this.#head ? "behind" : "ahead";
    const newest = this.#blocks.at(-1);
    if (newest && newest.first <= cursor) return newest;
    return this.#blocks.findLast((block) => block.first <= cursor) ?? "behind";
  }

  /** A page of the table from number `cursor` on; watchers at the same place share one read. */
  page(cursor: number): Promise<FrameBlock[]> {
    let page = this.#pages.get(cursor);
    if (!page) {
      page = this.#read(cursor - 1).finally(() => this.#pages.delete(cursor));
      this.#pages.set(cursor, page);
    }
    return page;
  }

  /** Forgets the frames in memory; the table has them. */
  forget(): void {
    this.#blocks = [];
    this.#count(-this.#bytes);
  }

  /** Forgets them, and reads no more: nobody comes here again. */
  drop(): void {
    this.forget();
    this.#dropped = true;
  }

  async #readOn(): Promise<void> {
    while (this.#last < this.#head) {
      const { task_id, store } = this.#o;
      // no more is asked for than is known: short reads of many tasks share a query
      const limit = Math.min(PAGE, this.#head - this.#last);
      const events = await store.readEvents({ task_id, after: this.#last, limit });
      if (this.#dropped) return;
      this.#isMissing = events.length === 0;
      if (this.#isMissing) return this.#wake();
      // some may have been taken over while the table was read
      for (const event of events) if (event.seq > this.#last) this.#keep(event);
      this.#wake();
    }
  }

  #wake(): void {
    for (const wake of this.watchers) wake();
  }

  async #read(after: number): Promise<FrameBlock[]> {
    const { task_id, store } = this.#o;
    return blocksOf(task_id, await store.readEvents({ task_id, after, limit: PAGE }));
  }

  #keep(event: StoredEvent): void {
    const block = this.#blocks.at(-1);
    const before = block?.size ?? 0;
    if (block?.last === event.seq - 1 && block.add(this.task_id, event)) this.#count(block.size - before);
    else {
      const next = new FrameBlock(event.seq);
      next.add(this.task_id, event);
      this.#blocks.push(next);
      this.#count(next.size);
    }
    this.#last = event.seq;
    this.#head = Math.max(this.#head, event.seq);
    while (this.#bytes > TASK_BYTES && this.#blocks.length > 1) this.#count(-this.#blocks.shift()!.size);
  }

  #count(change: number): void {
    this.#bytes += change;
    this.#o.onBytes(change);
  }
}
