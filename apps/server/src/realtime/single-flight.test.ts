import assert from "node:assert/strict";
import { test } from "node:test";
import { singleFlight } from "./single-flight.ts";

test("SD2 askers at the same time share an answer; a later one, or one after a failure, asks again", async () => {
  let asked = 0;
  const read = singleFlight(async (key) => {
    asked += 1;
    if (asked === 2) throw new Error("the network");
    return `${key}${asked}`;
  });
  assert.deepEqual(await Promise.all([read("a"), read("a"), read("a")]), ["a1", "a1", "a1"]);
  await assert.rejects(Promise.all([read("a"), read("a")]), /network/);
  assert.deepEqual(await Promise.all([read("a"), read("b")]), ["a3", "b4"]);
});
