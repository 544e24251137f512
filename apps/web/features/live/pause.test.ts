import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventBody } from "@wayfinder/protocol";
import { canPause, pauseOf } from "./pause.ts";
import { log, progress, snapshotOf } from "./snapshot.fixture.ts";

const begun = progress("content_generation", "started");
const paused = (reason: string): EventBody => ({
  ...progress("content_generation", "paused"),
  type: "progress",
  step: "content_generation",
  status: "paused",
  percent: 0,
  message: `by ${reason}`,
  data: { reason },
});
const seen = (...events: EventBody[]) => pauseOf(snapshotOf(...events), log(...events));

test("WEB74 a pause is told with who made it, and ends when the task goes on", () => {
  assert.equal(seen(begun), null);
  assert.deepEqual(seen(begun, paused("user")), { reason: "user", message: "by user" });
  assert.deepEqual(seen(begun, paused("user"), paused("budget")), { reason: "budget", message: "by budget" });
  assert.equal(seen(begun, paused("budget"), progress("content_generation", "resumed")), null);
});

test("WEB74 what has ended or waits for a person is not paused and cannot be", () => {
  const ended = [begun, paused("user"), { type: "cancelled", final: true } as const];
  assert.equal(seen(...ended), null);
  assert.equal(canPause(snapshotOf(...ended)), false);
  assert.equal(canPause(snapshotOf(begun)), true);
  assert.equal(canPause(snapshotOf(begun, paused("user"))), false);
  assert.equal(canPause(snapshotOf({ type: "human_review_required", roadmap_id: "r", version: 1 })), false);
});

const overrun = { reason: "budget", scope: "task", unit: "usd", limit: 0.03, spent: 0.0013 };
const over = (data: Record<string, string | number> = overrun): EventBody => ({ ...paused("budget"), data }) as EventBody;
const used: EventBody = { type: "usage", usage: { input_tokens: 1, output_tokens: 1, cost_usd: null } };

test("WEB89 a budget is told with whose it is, how much, and when there is room; words alone where the log holds no more", () => {
  const { reason: _, ...budget } = overrun;
  assert.deepEqual(seen(begun, over())?.budget, budget);
  const room_at = "2026-11-24T10:00:00.000Z";
  assert.equal(seen(begun, over({ ...overrun, scope: "user_day", room_at }))?.budget?.room_at, room_at);
  for (const data of [{ reason: "budget" }, { ...overrun, scope: "galaxy" }, { ...overrun, limit: "much" }])
    assert.equal(seen(begun, over(data))?.budget, undefined);
});

test("WEB89 going on in vain is told by when it was: nothing was paid for between two pauses", () => {
  const resumed = progress("content_generation", "resumed");
  assert.equal(seen(begun, used, over())?.still_at, undefined);
  assert.equal(seen(begun, over(), resumed, begun, over())?.still_at, "2026-11-23T10:00:04Z");
  assert.equal(seen(begun, over(), resumed, begun, used, over())?.still_at, undefined);
});
