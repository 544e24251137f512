import assert from "node:assert/strict";
import { test } from "node:test";
import { keptAnswer } from "./kept-answer.ts";

function kept(answers: (number | Error)[]) {
  let time = 0;
  let asked = 0;
  const errors: unknown[] = [];
  const read = keptAnswer({
    ask: () => {
      const answer = answers[asked]!;
      asked += 1;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    keep_ms: 10_000,
    now: () => time,
    onError: (error) => errors.push(error),
  });
  return { read, errors, asked: () => asked, pass: (ms: number) => (time += ms) };
}

test("API an answer is kept for its time, however many look", async () => {
  const { read, asked, pass } = kept([1, 2]);
  assert.deepEqual(await Promise.all([read(), read(), read()]), [1, 1, 1]);
  pass(9_999);
  assert.equal(await read(), 1);
  pass(1);
  assert.equal(await read(), 2);
  assert.equal(asked(), 2);
});

test("API a failure is told and is no answer, until the time is over", async () => {
  const { read, errors, pass } = kept([1, new Error("away"), 3]);
  await read();
  pass(10_000);
  assert.equal(await read(), null);
  assert.equal(await read(), null);
  assert.equal(errors.length, 1);
  pass(10_000);
  assert.equal(await read(), 3);
});
