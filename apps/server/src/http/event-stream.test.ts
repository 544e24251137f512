import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { test } from "node:test";
import type { StoredEvent, TaskRecord, WakeUp } from "@wayfinder/engine";
import { CLOSE, type ServerMessage } from "@wayfinder/protocol";
import { EventStream } from "./event-stream.ts";

const PROGRESS = '{"type":"progress","step":"intent_analysis","status":"started","percent":1}';

/** An answer whose reader takes nothing while it is told to hold. */
class Response extends EventEmitter {
  readonly messages: ServerMessage[] = [];
  writableLength = 0;
  holding = false;
  ended = 0;
  destroyed = 0;
  write(text: string): boolean {
    if (this.holding) this.writableLength += Buffer.byteLength(text);
    const data = text.split("\n").find((line) => line.startsWith("data: "));
    this.messages.push(JSON.parse(data?.slice("data: ".length) ?? "") as ServerMessage);
    return !this.holding;
  }
  end(): void {
    this.ended += 1;
  }
  destroy(): void {
    this.destroyed += 1;
  }
  get seqs(): number[] {
    return this.messages.flatMap((m) => ("seq" in m ? [m.seq] : []));
  }
}

function streamOver(count: number, body = PROGRESS) {
  const events: StoredEvent[] = Array.from({ length: count }, (_, i) => ({ seq: i + 1, at: "2026-01-01T00:00:00.000Z", body }));
  const response = new Response();
  const listeners = new Set<(wakeUp: WakeUp) => void>();
  const clock = { now: 0 };
  const opened = new EventStream({
    id: "s",
    store: {
      readEvents: async ({ after, limit }) => events.filter((e) => e.seq > after).slice(0, limit),
      onWakeUp(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    task: { task_id: "t", epoch: "e", head: count, status: "running" } as TaskRecord,
    response: response as never,
    watcher: { time: () => "2025-01-01T00:00:00.000Z", delivered() {}, heartbeat() {} },
    now: () => clock.now,
    from: 1,
    resume: "fresh",
  });
  const ended = opened.run();
  /** A moment later, after a look at the clock. */
  const at = async (moment: number) => {
    clock.now = moment;
    opened.tick();
    await settled();
  };
  return { events, response, listeners, opened, ended, at };
}

/** Lets reads and writes come to rest. */
const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

test("SD9 a reader that never acknowledges gets everything, one that does 512 events beyond its ack", async () => {
  const silent = streamOver(2_000);
  await settled();
  assert.equal(silent.response.seqs.length, 2_000);
  const { opened, response } = streamOver(2_000);
  opened.ack(0);
  await settled();
  assert.equal(response.seqs.at(-1), 512);
  opened.ack(100);
  await settled();
  assert.equal(response.seqs.at(-1), 612);
});

test("SD9 after an ack 512 KiB may be outstanding", async () => {
  const { opened, response } = streamOver(100, JSON.stringify({ type: "progress", text: "x".repeat(100 * 1024) }));
  opened.ack(0);
  await settled();
  assert.equal(response.seqs.at(-1), 6);
  opened.ack(3);
  await settled();
  assert.equal(response.seqs.at(-1), 9);
});

test("SD5 SD9 30 s without an ack of what is outstanding end with 4508, and a second later it is cut", async () => {
  const { opened, response, ended, at } = streamOver(2_000);
  opened.ack(0);
  await settled();
  await at(20_000);
  opened.ack(1);
  await settled();
  await at(49_999);
  assert.equal(response.ended, 0);
  await at(50_000);
  const error = response.messages.at(-1);
  assert.ok(error?.type === "error" && error.code === 4508 && error.action === "backoff");
  await ended;
  assert.deepEqual([response.ended, response.destroyed], [1, 0]);
  await at(51_000);
  assert.equal(response.destroyed, 1);
});

test("SD5 SD9 a reader that takes nothing is held a full buffer, and given up after 30 s", async () => {
  const { response, at } = streamOver(5_000);
  response.holding = true;
  await settled();
  const held = response.writableLength;
  assert.ok(held >= 256 * 1024 && held < 300 * 1024, String(held));
  await at(0);
  await at(29_999);
  assert.equal(response.ended, 0);
  await at(30_000);
  assert.equal(response.ended, 1);
});

test("SD4 SD9 a drained buffer goes on where it stopped", async () => {
  const { response } = streamOver(5_000);
  response.holding = true;
  await settled();
  const before = response.seqs.length;
  response.holding = false;
  response.writableLength = 0;
  response.emit("drain");
  await settled();
  assert.deepEqual([before < 5_000, response.seqs.length], [true, 5_000]);
});

test("LG10 a log that is removed while it is being read ends with 4410", async () => {
  const { events, opened, response, ended } = streamOver(2_000);
  opened.ack(0);
  await settled();
  events.length = 0;
  opened.ack(500);
  await settled();
  opened.ack(800);
  await ended;
  const error = response.messages.at(-1);
  assert.ok(error?.type === "error" && error.code === CLOSE.gone.code);
});

test("MS4 LG7 silence is broken after 20 s, and what a lost wake-up did not tell is found", async () => {
  const { events, response, at, listeners } = streamOver(1);
  await settled();
  await at(19_999);
  assert.deepEqual(
    response.messages.map((m) => m.type),
    ["connected", "progress", "live"],
  );
  events.push({ ...events[0]!, seq: 2 });
  await at(20_000);
  assert.deepEqual(
    response.messages.slice(3).map((m) => m.type),
    ["heartbeat", "progress"],
  );
  events.push({ ...events[0]!, seq: 3 });
  for (const tell of listeners) tell({ kind: "task", task_id: "t", head: 3 });
  await settled();
  assert.deepEqual(response.seqs, [1, 2, 3]);
});

test("CL9 a reader that has gone leaves no listener and hears nothing more", async () => {
  const { response, ended, listeners, opened } = streamOver(1);
  await settled();
  response.emit("close");
  await ended;
  opened.beginClose(CLOSE.gone);
  assert.deepEqual([listeners.size, response.messages.at(-1)?.type], [0, "live"]);
});
