import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createTokenBucket } from "./token-bucket.ts";

const most = (times: readonly number[], span_ms: number): number =>
  Math.max(0, ...times.map((start) => times.filter((at) => at >= start && at < start + span_ms).length));

test("CL4 no 250 ms holds two dials, no minute more than 10, no hour more than 60", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 300 }), (steps) => {
      const bucket = createTokenBucket();
      const taken: number[] = [];
      let now = 0;
      for (const step of steps) {
        now += step;
        if (bucket.take(now, false) === null) taken.push(now);
      }
      assert.ok(most(taken, 250) <= 1);
      assert.ok(most(taken, 60_000) <= 10);
      assert.ok(most(taken, 3_600_000) <= 60);
    }),
    { numRuns: 50 },
  );
});

test("CL4 a refusal names the moment of the next token, and a dial at that moment is let through", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 200 }), (steps) => {
      const bucket = createTokenBucket();
      let now = 0;
      for (const step of steps) {
        const until = bucket.take((now += step), false);
        if (until === null) continue;
        assert.ok(until > now);
        assert.notEqual(bucket.take(until - 1, false), null);
        assert.equal(bucket.take((now = until), false), null);
      }
    }),
  );
});

test("CL4 a click waits at most 5 s, and clicking on does not dial oftener than that", () => {
  const bucket = createTokenBucket();
  for (let i = 0; i < 10; i++) assert.equal(bucket.take(i * 250, false), null);
  const last = 9 * 250;
  assert.equal(bucket.take(last + 1, false), 60_000);
  assert.equal(bucket.take(last + 1, true), last + 5_000);
  assert.equal(bucket.take(last + 5_000, true), null);
  assert.equal(bucket.take(last + 5_001, true), last + 10_000);
});

test("CL4 a dial that stayed gives its token back", () => {
  const bucket = createTokenBucket();
  for (let i = 0; i < 10; i++) bucket.take(i * 1_000, false);
  assert.equal(bucket.take(20_000, false), 60_000);
  bucket.giveBack(9_000);
  assert.equal(bucket.take(20_000, false), null);
  assert.equal(bucket.take(21_000, false), 60_000);
  bucket.giveBack(12_345);
  assert.equal(bucket.take(21_000, false), 60_000, "an unknown token is not given back");
});

test("CL4 a clock that is set back does not lock the channel out", () => {
  const bucket = createTokenBucket();
  for (let i = 0; i < 10; i++) bucket.take(86_400_000 + i * 1_000, false);
  assert.equal(bucket.take(1_000, false), 61_000);
  assert.equal(bucket.isFull(61_000), false);
  assert.equal(bucket.isFull(3_601_000), true);
});
