import assert from "node:assert/strict";
import { test } from "node:test";
import { Coalescer, COALESCE_CHARACTERS, COALESCE_MS } from "./coalesce.ts";

/** A clock that is moved by hand. */
function clock() {
  const due: { ms: number; ring: () => void }[] = [];
  return {
    due,
    later: (ms: number, ring: () => void) => {
      const entry = { ms, ring };
      due.push(entry);
      return () => void due.splice(due.indexOf(entry), 1);
    },
    ring: () => due.splice(0).forEach((entry) => entry.ring()),
  };
}

test("LG5 tokens of 50 ms are one text, in order, none lost", async () => {
  const passed: string[] = [];
  const { later, ring, due } = clock();
  const stream = new Coalescer(async (text) => void passed.push(text), later);
  for (const token of ["a", "b", "c"]) stream.push(token);
  assert.deepEqual([passed, due.map((d) => d.ms)], [[], [COALESCE_MS]]);
  ring();
  await new Promise((resolve) => setImmediate(resolve));
  stream.push("d");
  await stream.end();
  assert.deepEqual([passed, due], [["abc", "d"], []]);
});

test("LG5 1 KiB is passed on at once, and a slow log gathers more meanwhile", async () => {
  const passed: string[] = [];
  const gate = Promise.withResolvers<void>();
  const stream = new Coalescer(async (text) => {
    passed.push(text);
    await gate.promise;
  }, clock().later);
  const half = "x".repeat(COALESCE_CHARACTERS / 2);
  for (let n = 0; n < 6; n += 1) stream.push(half);
  await Promise.resolve();
  await Promise.resolve();
  gate.resolve();
  await stream.end();
  assert.equal(passed.join(""), half.repeat(6));
  assert.ok(passed.length < 6);
});

test("LG5 a log that refuses is told at the end", async () => {
  const stream = new Coalescer(() => Promise.reject(new Error("lost")), clock().later);
  stream.push("a");
  await assert.rejects(stream.end(), /lost/);
});
