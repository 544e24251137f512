import { EventEmitter } from "node:events";
import type { StoredEvent, TaskStore } from "@wayfinder/engine";
import type { WebSocket } from "ws";
import { Pump, type Sink } from "./pump.ts";
import { TaskTail } from "./task-tail.ts";
import { createTurn } from "./turn.ts";

/** A log in memory, as the table would give it. */
export class Log {
  readonly events: StoredEvent[] = [];
  reads = 0;
  readonly store = {
    readEvents: async ({ after, limit }: { after: number; limit: number }) => {
      this.reads += 1;
      return this.events.filter((e) => e.seq > after).slice(0, limit);
    },
  } satisfies Pick<TaskStore, "readEvents">;
  add(count: number, body: object = { type: "progress", step: "intent_analysis", status: "started", percent: 1 }): number {
    for (let i = 0; i < count; i += 1)
      this.events.push({ seq: this.events.length + 1, at: "2026-01-01T00:00:00.000Z", body: JSON.stringify(body) });
    return this.events.length;
  }
}

/** One end of a socket that keeps what is written and takes it from the buffer when told to. */
class Wire extends EventEmitter implements Sink {
  readonly messages: { type: string; seq?: number; code?: number }[] = [];
  readonly closes: number[] = [];
  writes = 0;
  terminated = 0;
  pings = 0;
  held = 0;
  holding = false;
  open = true;
  isOpen = (): boolean => this.open;
  readonly ws = {
    close: (code: number) => this.closes.push(code),
    terminate: () => (this.terminated += 1),
    ping: () => (this.pings += 1),
  } as unknown as WebSocket;
  write(chunks: readonly Buffer[]): void {
    this.writes += 1;
    const bytes = Buffer.concat(chunks);
    if (this.holding) this.held += bytes.length;
    for (let at = 0; at < bytes.length;) {
      const short = bytes[at + 1]!;
      const [from, length] =
        short < 126
          ? [at + 2, short]
          : short === 126
            ? [at + 4, bytes.readUInt16BE(at + 2)]
            : [at + 10, Number(bytes.readBigUInt64BE(at + 2))];
      at = from + length;
      this.messages.push(JSON.parse(bytes.subarray(from, at).toString()));
    }
  }
  buffered(): number {
    return this.held;
  }
  get seqs(): number[] {
    return this.messages.flatMap((m) => (m.seq === undefined ? [] : [m.seq]));
  }
}

/** A pump over a log, its wire, and a clock that moves when told to. */
export function pumpOn(log: Log, cursor: number, head = log.events.length) {
  const wire = new Wire();
  let time = 0;
  const after: string[] = [];
  // before the events of a log, unless a test says so
  let told_at = "2025-01-01T00:00:00.000Z";
  const told: (readonly [number, boolean] | "heartbeat")[] = [];
  const tail = new TaskTail({ task_id: "t", head, cursor: head + 1, store: log.store, onBytes: () => {} });
  const pump = new Pump({
    sink: wire,
    task_id: "t",
    cursor,
    tail,
    turn: createTurn(),
    now: () => time,
    onSendAfterClose: () => after.push("sent after close"),
    onError: (error) => {
      throw error;
    },
    watcher: {
      time: () => told_at,
      delivered: (count, newest_at) => told.push([count, newest_at !== null]),
      heartbeat: () => told.push("heartbeat"),
    },
  });
  tail.watchers.add(pump.wake);
  const pass = (ms: number) => {
    time += ms;
    pump.tick();
  };
  return { wire, tail, pump, pass, after, told, tellTime: (time: string) => (told_at = time) };
}

/** Lets every pending turn and promise run. */
export const settle = async () => {
  for (let i = 0; i < 20; i += 1) await new Promise((resolve) => setImmediate(resolve));
};
/** 1 to n. */
export const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
