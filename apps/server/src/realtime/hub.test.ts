import assert from "node:assert/strict";
import { test } from "node:test";
import type { Store, WakeUp } from "@wayfinder/engine";
import { createHub } from "./hub.ts";

const settle = async () => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** A hub over a log of `count` events, whose wake-ups come when told to. */
function hubOver(count: number) {
  const log = { head: count };
  const listeners = new Set<(wakeUp: WakeUp) => void>();
  const store = {
    readHeads: async () => [{ task_id: "t", head: log.head }],
    readEvents: async ({ after }: { after: number }) =>
      Array.from({ length: log.head - after }, (_, i) => ({
        seq: after + 1 + i,
        at: "2026-01-01T00:00:00.000Z",
        body: '{"type":"progress"}',
      })),
    onCommitted: () => () => {},
    onWakeUp(listener: (wakeUp: WakeUp) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const hub = createHub({
    store: store as unknown as Store,
    onError: (error) => {
      throw error;
    },
  });
  const tell = (wakeUp: WakeUp) => listeners.forEach((listener) => listener(wakeUp));
  return { hub, log, tell };
}

test("SD2 subscribed first and read second: what was appended after the admission is found without wake-up or poll", async () => {
  const { hub, log } = hubOver(2);
  const admitted = { task_id: "t", head: 2, cursor: 3 };
  log.head = 3; // between the admission's read and the subscription; its wake-up was not heard
  let woken = 0;
  const { tail } = hub.watch(admitted, () => (woken += 1));
  await settle();
  assert.deepEqual([tail.head, woken > 0, typeof tail.block(3)], [3, true, "object"]);
});

test("LG10 the frames of a removed log are forgotten", async () => {
  const { hub, tell } = hubOver(3);
  const { tail } = hub.watch({ task_id: "t", head: 3, cursor: 1 }, () => {});
  await settle();
  assert.equal(typeof tail.block(1), "object");
  tell({ kind: "gone", task_id: "t" });
  assert.equal(tail.block(1), "behind");
});

test("LG4 in another history of the database nothing of a run is left, and who comes again gets a new one", async () => {
  const { hub, log, tell } = hubOver(3);
  const before = hub.watch({ task_id: "t", head: 3, cursor: 1 }, () => {});
  await settle();
  tell({ kind: "history" });
  assert.deepEqual(hub.held, { runs: 0, bytes: 0 });
  log.head = 2;
  before.unwatch();
  const { tail } = hub.watch({ task_id: "t", head: 2, cursor: 1 }, () => {});
  await settle();
  assert.deepEqual([tail.head, tail.block(3), typeof tail.block(2)], [2, "ahead", "object"]);
});

test("SD2 a run that is dropped while it reads counts no memory that nobody would give back", async () => {
  const { hub, log, tell } = hubOver(3);
  hub.watch({ task_id: "t", head: 3, cursor: 1 }, () => {});
  tell({ kind: "history" });
  log.head = 4;
  await settle();
  assert.deepEqual(hub.held, { runs: 0, bytes: 0 });
});
