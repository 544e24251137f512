import type { Store } from "@wayfinder/engine";
import { TaskTail } from "./task-tail.ts";

/** Frames kept ready in the whole process (SD2). */
const PROCESS_BYTES = 64 * 1024 * 1024;

/** Tails kept without watchers; a page that reloads finds its log ready. */
const WARM_TAILS = 500;

/** The tails of all tasks watched in this process, woken by the store's wake-ups and by a safety poll. */
export interface Hub {
  /** The task's tail with a watcher at `cursor` on it; `wake` is called when there may be more to read. */
  watch(task: { task_id: string; head: number; cursor: number }, wake: () => void): { tail: TaskTail; unwatch: () => void };
  /** Asks the table for heads, for wake-ups that were lost (LG7). */
  poll(): Promise<void>;
  /** The runs of ready frames that are kept: how many, and their memory in bytes. */
  readonly held: { readonly runs: number; readonly bytes: number };
  close(): void;
}

export interface HubOptions {
  readonly store: Store;
  readonly onError: (error: unknown) => void;
  /** A head that no wake-up had told of was found by the poll. */
  readonly onFoundByPoll?: () => void;
}

/** A hub over a store. */
export function createHub({ store, onError, onFoundByPoll }: HubOptions): Hub {
  const tails = new Map<string, TaskTail>();
  let bytes = 0;

  const onBytes = (change: number) => {
    bytes += change;
    if (bytes <= PROCESS_BYTES) return;
    for (const tail of tails.values()) {
      tail.forget();
      if (bytes <= PROCESS_BYTES / 2) return;
    }
  };

  const advance = (task_id: string, head: number) => {
    const tail = tails.get(task_id);
    if (tail && tail.watchers.size > 0) tail.advance(head).catch(onError);
  };

  const unhear = store.onCommitted(({ task_id, events }) => {
    const tail = tails.get(task_id);
    if (tail && tail.watchers.size > 0) tail.take(events);
  });

  const unsubscribe = store.onWakeUp((wakeUp) => {
    if (wakeUp.kind === "task") advance(wakeUp.task_id, wakeUp.head);
    if (wakeUp.kind === "gone") tails.get(wakeUp.task_id)?.forget();
    if (wakeUp.kind === "history") dropAll(tails);
  });

  const poll = async (): Promise<void> => {
    const watched = [...tails.values()].filter((tail) => tail.watchers.size > 0);
    if (watched.length === 0) return;
    for (const { task_id, head } of await store.readHeads({ task_ids: watched.map((tail) => tail.task_id) })) {
      if (head > (tails.get(task_id)?.head ?? head)) onFoundByPoll?.();
      advance(task_id, head);
    }
  };

  return {
    get held() {
      return { runs: tails.size, bytes };
    },
    watch({ task_id, head, cursor }, wake) {
      const tail = tails.get(task_id) ?? new TaskTail({ task_id, head, cursor, store, onBytes });
      // last in the map is last to be forgotten
      tails.delete(task_id);
      tails.set(task_id, tail);
      const first = tail.watchers.size === 0;
      tail.watchers.add(wake);
      advance(task_id, head);
      // the head was read before anybody listened here: what was appended in between is looked for now (law 3)
      if (first)
        store.readHeads({ task_ids: [task_id] }).then((heads) => heads.forEach((h) => advance(task_id, h.head)), onError);
      return {
        tail,
        unwatch: () => {
          tail.watchers.delete(wake);
          if (tail.watchers.size === 0) dropIdle(tails);
        },
      };
    },
    poll,
    close() {
      unhear();
      unsubscribe();
    },
  };
}

/** Tails without watchers stay warm for whoever comes back, as many as there is room for; the oldest go first. */
function dropIdle(tails: Map<string, TaskTail>): void {
  if (tails.size <= WARM_TAILS) return;
  for (const [task_id, tail] of tails) {
    if (tail.watchers.size > 0) continue;
    tails.delete(task_id);
    tail.drop();
    if (tails.size <= WARM_TAILS) return;
  }
}

/** What was kept is of a history that is no more (LG4). */
function dropAll(tails: Map<string, TaskTail>): void {
  for (const tail of tails.values()) tail.drop();
  tails.clear();
}
