import assert from "node:assert/strict";
import { test } from "node:test";
import { TaskTail } from "../apps/server/src/realtime/task-tail.ts";

test("LG7 a wake-up that comes while the log is being read is not lost: the tail reads on to its head", async () => {
  const reads: PromiseWithResolvers<void>[] = [];
  let committed = 1;
  const store = {
    async readEvents({ after }: { after: number }) {
      const seen = committed;
      const read = Promise.withResolvers<void>();
      reads.push(read);
      await read.promise;
      return Array.from({ length: seen - after }, (_, i) => ({
        seq: after + 1 + i,
        at: "2026-01-01T00:00:00.000Z",
        body: '{"type":"progress"}',
      }));
    },
  };
  const tail = new TaskTail({ task_id: "t", head: 0, cursor: 1, store, onBytes: () => {} });
  const all = tail.advance(1);
  committed = 2;
  void tail.advance(2);
  reads[0]?.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  reads[1]?.resolve();
  await all;
  assert.equal(reads.length, 2);
  assert.equal(typeof tail.block(2), "object", "the second event is there");
});

test("SD2 one single new event is there to be sent", async () => {
  const store = {
    readEvents: ({ after }: { after: number }) =>
      Promise.resolve([{ seq: after + 1, at: "2026-01-01T00:00:00.000Z", body: '{"type":"progress"}' }]),
  };
  const tail = new TaskTail({ task_id: "t", head: 0, cursor: 1, store, onBytes: () => {} });
  for (const seq of [1, 2, 3]) {
    assert.equal(tail.block(seq), "ahead");
    await tail.advance(seq);
    assert.equal(typeof tail.block(seq), "object");
  }
});
