import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { wireText, type Store, type TaskRecord } from "@wayfinder/engine";
import { isFinalEvent, SUBPROTOCOL, type ControlMessage } from "@wayfinder/protocol";
import { HEARTBEAT_MS, type PumpWatcher } from "../realtime/pump.ts";
import type { Resume } from "../realtime/resume.ts";
import { ACK_EVERY, WINDOW_EVENTS } from "../realtime/window.ts";

/** Events read from the table at once. */
const PAGE = 500;

export interface EventStreamOptions extends Resume {
  readonly store: Store;
  readonly task: TaskRecord;
  readonly response: ServerResponse;
  readonly watcher: PumpWatcher;
}

/**
 * A task's channel over server-sent events, where WebSocket is blocked (CL8): the same messages in the same order.
 *
 * Logged events have the id `epoch:seq`, which a client that comes back sends as Last-Event-ID. Resolves when the log
 * has ended or the reader has gone. A reader that does not read is waited for: nothing is gathered for it.
 */
export async function streamEvents({ store, task, response, from, resume, watcher }: EventStreamOptions): Promise<void> {
  const { task_id, epoch, head, status } = task;
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const wakeUps = listenTo(store, task_id);
  const write = async (text: string) => {
    if (!response.write(text)) await once(response, "drain", { signal: gone.signal });
  };
  const say = (message: ControlMessage) => write(`data: ${JSON.stringify(message)}\n\n`);
  try {
    const limits = { heartbeat_ms: HEARTBEAT_MS, ack_every: ACK_EVERY, window: WINDOW_EVENTS };
    await say({ type: "connected", task_id, protocol: SUBPROTOCOL, epoch, head, from, status, resume, ...limits });
    let live = false;
    for (let after = from - 1; !gone.signal.aborted;) {
      const events = await store.readEvents({ task_id, after, limit: PAGE });
      for (const event of events) await write(`id: ${epoch}:${event.seq}\ndata: ${wireText(task_id, event)}\n\n`);
      const last = events.at(-1);
      if (last) watcher.delivered(events.length, live ? last.at : null);
      if (last && isFinalEvent(JSON.parse(last.body) as { type: string })) return;
      after = last?.seq ?? after;
      if (events.length === PAGE) continue;
      if (!live) await say({ type: "live", task_id, head: after });
      live = true;
      if (await wakeUps.next(after, gone.signal)) continue;
      watcher.heartbeat();
      await say({ type: "heartbeat", task_id, head: after });
    }
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  } finally {
    wakeUps.stop();
    response.end();
  }
}

/** Subscribes first, so that a wake-up between a read and the wait for it is not lost (law 3). */
function listenTo(store: Store, task_id: string) {
  let head = 0;
  let wake = (): void => {};
  const stop = store.onWakeUp((wakeUp) => {
    if (wakeUp.kind !== "task" || wakeUp.task_id !== task_id) return;
    head = Math.max(head, wakeUp.head);
    wake();
  });
  return {
    stop,
    /** Whether there may be something after `after`; false after the time of a heartbeat without any. */
    next: (after: number, signal: AbortSignal) =>
      new Promise<boolean>((resolve) => {
        if (head > after) return resolve(true);
        const end = (heard: boolean) => () => {
          clearTimeout(timer);
          signal.removeEventListener("abort", wake);
          resolve(heard);
        };
        const timer = setTimeout(end(false), HEARTBEAT_MS);
        wake = end(true);
        signal.addEventListener("abort", wake);
      }),
  };
}
