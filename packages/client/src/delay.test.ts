import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LONGEST_WAIT_MS, retryDelay } from "./delay.ts";

test("CL3 the delay is 100 ms and a spread that doubles up to 30 s", () => {
  const widest = [0, 1, 2, 3, 4, 5, 6, 7, 100].map((attempt) => retryDelay({ attempt, random: 1, after_ms: 0 }));
  assert.deepEqual(widest, [600, 1100, 2100, 4100, 8100, 16_100, 30_100, 30_100, 30_100]);
  assert.equal(retryDelay({ attempt: 100, random: 0, after_ms: 0 }), 100);
});

test("CL3 the server's wish is a floor, and never parks a client for more than an hour", () => {
  const gen = fc.record({ attempt: fc.nat(50), random: fc.double({ min: 0, max: 1, noNaN: true }), after_ms: fc.nat() });
  fc.assert(
    fc.property(gen, (options) => {
      const delay = retryDelay(options);
      assert.ok(delay >= Math.min(options.after_ms, LONGEST_WAIT_MS));
      assert.ok(delay >= 100 && delay <= LONGEST_WAIT_MS);
    }),
  );
});
