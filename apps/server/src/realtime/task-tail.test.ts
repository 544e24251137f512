import assert from "node:assert/strict";
import { test } from "node:test";
import type { StoredEvent } from "@wayfinder/engine";
import { TaskTail } from "./task-tail.ts";

const event = (seq: number): StoredEvent => ({ seq, at: "2026-01-01T00:00:00.000Z", body: `{"type":"x","n":${seq}}` });
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

/** A tail over a table whose reads are answered by hand. */
function tailOver(table: StoredEvent[]) {
  const asked: (() => void)[] = [];
  const store = {
    readEvents: ({ after }: { after: number }) =>
      new Promise<StoredEvent[]>((resolve) => {
        const seen = table.filter((e) => e.seq > after);
        asked.push(() => resolve(seen));
      }),
  };
  const tail = new TaskTail({ task_id: "t", head: 0, cursor: 1, store, onBytes: () => {} });
  return { tail, asked };
}

/** The numbers in the run from 1 on, as the frames have them. */
function seqsIn(tail: TaskTail): number[] {
  const seqs: number[] = [];
  for (let block = tail.block(1); typeof block === "object"; block = tail.block(seqs.length + 1)) {
    const { bytes, last } = block.slice(seqs.length + 1, 1, 1);
    seqs.push(Number(/"seq":(\d+)/.exec(bytes.toString())?.[1]));
    assert.equal(last, seqs.length);
  }
  return seqs;
}

test("SD2 what was committed here is taken over without a read of the table", async () => {
  const { tail, asked } = tailOver([]);
  let woken = 0;
  tail.watchers.add(() => (woken += 1));
  tail.take([event(1), event(2)]);
  await tail.advance(2);
  assert.deepEqual([seqsIn(tail), asked.length, woken, tail.head], [[1, 2], 0, 1, 2]);
});

test("LG7 what does not follow is left to the table: repeated, reordered and missing ones", async () => {
  const { tail, asked } = tailOver(upTo(5).map(event));
  tail.take([event(1)]);
  tail.take([event(1), event(2)]);
  tail.take([event(4), event(5)]);
  assert.deepEqual(seqsIn(tail), [1, 2]);
  const all = tail.advance(5);
  asked[0]?.();
  await all;
  assert.deepEqual(seqsIn(tail), upTo(5));
});

test("LG2 events taken over while the table is read appear once", async () => {
  const { tail, asked } = tailOver(upTo(3).map(event));
  const all = tail.advance(3);
  tail.take(upTo(4).map(event));
  asked[0]?.();
  await all;
  assert.deepEqual(seqsIn(tail), upTo(4));
});
