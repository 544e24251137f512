import assert from "node:assert/strict";
import { test } from "node:test";
import { Overload } from "./overload.ts";

test("SD8 at the ceiling newcomers are turned away, each with a time of its own, and below it let in", () => {
  let watchers = 1;
  let stopping = false;
  let chance = 0;
  const overload = new Overload({
    watchers: () => watchers,
    max: 2,
    stopping: () => stopping,
    sensor: { look: () => 0 },
    random: () => chance,
  });
  assert.equal(overload.refuses(), null);
  watchers = 2;
  assert.deepEqual(overload.refuses(), { reason: "this process serves its 2 connections", after_ms: 5_000 });
  chance = 0.5;
  assert.equal(overload.refuses()?.after_ms, 10_000);
  watchers = 1;
  assert.equal(overload.refuses(), null);
  stopping = true;
  assert.equal(overload.refuses()?.reason, "the server is stopping");
});

test("SD8 only turns that stay long turn newcomers away, until one look is quick again", () => {
  let turn_ms = 1_001;
  const overload = new Overload({
    watchers: () => 0,
    max: 1,
    stopping: () => false,
    sensor: { look: () => turn_ms },
    random: () => 0,
  });
  const look = () => {
    overload.tick();
    return overload.refuses() === null;
  };
  assert.deepEqual([look(), look(), look(), look()], [true, true, false, false]);
  turn_ms = 1_000;
  assert.deepEqual([look(), look()], [true, true]);
  turn_ms = 1_001;
  assert.deepEqual([look(), look(), look()], [true, true, false]);
});
