import { createTaskChannel, webSocketTransport, type Environment } from "@wayfinder/client";
import type { TaskEvent } from "@wayfinder/protocol";
import { WebSocket } from "ws";

interface Watch {
  readonly url: string;
  readonly task_id: string;
  readonly cookie: string;
}

export interface WatchedTask {
  /** Resolves with what was delivered, once the channel is done. */
  readonly done: Promise<TaskEvent[]>;
  /** Events delivered so far. */
  count(): number;
}

/** Watches a task with the real client over a real socket. */
export function watchTask({ url, task_id, cookie }: Watch): WatchedTask {
  let delivered: TaskEvent[] = [];
  const { promise: done, resolve, reject } = Promise.withResolvers<TaskEvent[]>();
  const channel = createTaskChannel({
    url,
    task_id,
    environment: environmentWith(cookie),
    onEvent: (event) => delivered.push(event),
    onReset: () => (delivered = []),
  });
  const stop = channel.subscribe(() => {
    const { connection } = channel.getState();
    if (connection.state === "failed") reject(new Error(`the channel failed: ${JSON.stringify(connection)}`));
    if (connection.state !== "done") return;
    stop();
    channel.close();
    resolve(delivered);
  });
  return { done, count: () => delivered.length };
}

/** The client's world in Node, signed in by cookie; probes carry it too. */
function environmentWith(cookie: string): Environment {
  class SignedSocket extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { headers: { cookie } });
    }
  }
  return {
    transport: webSocketTransport(SignedSocket as never),
    fetch: (input, init) => fetch(input, { ...init, headers: { ...init?.headers, cookie } }),
    clock: {
      now: Date.now,
      setTimer: (run, after_ms) => setTimeout(run, after_ms),
      clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout),
    },
    random: Math.random,
    signals: { isOnline: () => true, isVisible: () => true, subscribe: () => () => {} },
    schedule: (run) => {
      const soon = setImmediate(run);
      return () => clearImmediate(soon);
    },
    log: { debug: () => {}, log: () => {}, error: () => {} },
  };
}
