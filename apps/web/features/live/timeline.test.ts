import assert from "node:assert/strict";
import { test } from "node:test";
import { completes, fails, intent, log, progress, retries, stage, starts, writes } from "./snapshot.fixture.ts";
import { filterEntries, groupsOf, timelineEntries } from "./timeline.ts";

const nameOf = (id: string) => id.toUpperCase();
const entries = (...events: Parameters<typeof log>) => timelineEntries(log(...events), nameOf);
const keys = (...events: Parameters<typeof log>) => entries(...events).map((entry) => entry.key);

test("WEB44 the timeline tells what a person can read, newest first", () => {
  assert.deepEqual(
    keys(progress("intent_analysis", "started"), intent(), progress("intent_analysis", "completed"), ...stage(1, "a")),
    ["concept", "module", "stage", "completed", "intent", "started"],
  );
});

test("WEB44 a step begins once, and what is written is no longer told as being written", () => {
  assert.deepEqual(keys(progress("content_generation", "started"), progress("content_generation", "started", 50)), ["started"]);
  assert.deepEqual(keys(starts("a"), writes("a", "text"), completes("a"), starts("b")), ["writing", "written"]);
  assert.deepEqual(entries(fails("a", "cut short"))[0]?.values, { name: "A", reason: "cut short" });
});

test("WEB44 a pause is told with its reason, and its end", () => {
  const paused = { ...progress("content_generation", "paused"), message: "Paused." } as const;
  assert.deepEqual(
    entries(paused, progress("content_generation", "resumed")).map(({ key, values }) => [key, values["reason"] ?? ""]),
    [
      ["resumed", ""],
      ["paused", "Paused."],
    ],
  );
});

test("WEB44 each repair is a line of its own", () => {
  const repairs = ["merged x into y", "cut an edge"].map((message) => ({ rule: "PR2", action: "a", message, ids: [] }));
  const told = entries({ type: "validation_result", roadmap_id: "r", version: 1, ok: true, repairs, findings: [] });
  assert.deepEqual(
    told.map(({ key, values }) => [key, values["text"] ?? values["repairs"]]),
    [
      ["sound", 2],
      ["told", "cut an edge"],
      ["told", "merged x into y"],
    ],
  );
  assert.equal(new Set(told.map(({ id }) => id)).size, 3);
});

test("WEB44 filters: a group, or all; only groups that have lines are offered", () => {
  const all = entries(intent(), ...stage(1, "a"), completes("a"));
  assert.deepEqual(groupsOf(all), ["intent", "design", "write"]);
  assert.equal(filterEntries(all, "all").length, all.length);
  assert.deepEqual(
    filterEntries(all, "write").map((entry) => entry.key),
    ["written"],
  );
  assert.deepEqual(filterEntries(all, "review"), []);
});

test("WEB87 each next try of a step has a line; those of parts that are written at once share one", () => {
  const again = [progress("intent_analysis", "started"), retries("intent_analysis")];
  const told = entries(...again, ...again);
  assert.deepEqual(
    told.map(({ key }) => key),
    ["retry", "retry", "started"],
  );
  assert.deepEqual(told[0]?.values, {
    step: "intent_analysis",
    code: "overloaded",
    attempt: 2,
    attempts: 8,
    not_before: "2026-11-23T10:00:08.000Z",
  });
  const unit = retries("content_generation");
  const [parts, writing] = entries(starts("a"), unit, starts("a"), unit, unit);
  assert.deepEqual([parts?.key, parts?.values["count"], writing?.key], ["retries", 3, "writing"]);
  assert.equal(entries(unit, retries("content_generation", "timed_out")).length, 2, "another cause");
});

test("MS7 WEB44 an event of a newer server has no line", () => {
  const [event] = log(intent());
  assert.deepEqual(timelineEntries([{ ...event, type: "from_the_future" } as never], nameOf), []);
});
