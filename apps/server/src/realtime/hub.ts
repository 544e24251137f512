import type { Store } from "@wayfinder/engine";
import { TaskTail } from "./task-tail.ts";

/** Frames kept ready in the whole process (SD2). */
const PROCESS_BYTES = 64 * 1024 * 1024;

/** The tails of all tasks watched in this process, woken by the store's wake-ups and by a safety poll. */
export interface Hub {
  /** The task's tail with a watcher on it; `wake` is called when there may be more to read. */
  watch(task: { task_id: string; head: number }, wake: () => void): { tail: TaskTail; unwatch: () => void };
  /** Asks the table for heads, for wake-ups that were lost (LG7). */
  poll(): Promise<void>;
  watchers(task_id: string): number;
  close(): void;
}

/** A hub over a store. */
export function createHub({ store, onError }: { store: Store; onError: (error: unknown) => void }): Hub {
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
    tails.get(task_id)?.advance(head).catch(onError);
  };

  const unsubscribe = store.onWakeUp((wakeUp) => {
    if (wakeUp.kind === "task") advance(wakeUp.task_id, wakeUp.head);
  });

  return {
    watch({ task_id, head }, wake) {
      const tail = tails.get(task_id) ?? new TaskTail({ task_id, head, store, onBytes });
      tails.set(task_id, tail);
      tail.watchers.add(wake);
      advance(task_id, head);
      return {
        tail,
        unwatch: () => {
          tail.watchers.delete(wake);
          if (tail.watchers.size > 0 || tails.get(task_id) !== tail) return;
          tails.delete(task_id);
          tail.forget();
        },
      };
    },
    async poll() {
      if (tails.size === 0) return;
      const heads = await store.readHeads({ task_ids: [...tails.keys()] });
      for (const { task_id, head } of heads) advance(task_id, head);
    },
    watchers: (task_id) => tails.get(task_id)?.watchers.size ?? 0,
    close() {
      unsubscribe();
    },
  };
}
