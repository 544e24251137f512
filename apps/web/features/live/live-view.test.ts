import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventBody } from "@wayfinder/protocol";
import { announcementDelay } from "./announcement.ts";
import { conceptProgress, writtenCount } from "./concept-progress.ts";
import { liveHere, mapPhase } from "./live-here.ts";
import { completes, fails, progress, snapshotOf, stage, starts } from "./snapshot.fixture.ts";

const outline = [progress("curriculum_design", "started"), ...stage(1, "a", "b"), ...stage(2, "c")];
const outlined = [...outline, progress("curriculum_design", "completed")];
const writing = [...outlined, progress("content_generation", "started")];
const here = (...events: Parameters<typeof snapshotOf>) => liveHere(snapshotOf(...events));

test("WEB40 while the outline grows you are at the concept that came last", () => {
  assert.equal(here(), "start");
  assert.equal(here(progress("curriculum_design", "started")), "start");
  assert.deepEqual(here(...outline), { concept_id: "c" });
  assert.equal(here(...outlined), "end");
});

test("WEB40 while content is written you are at what is being written, else at the first that waits", () => {
  assert.deepEqual(here(...writing), { concept_id: "a" });
  assert.deepEqual(here(...writing, starts("b")), { concept_id: "b" });
  assert.deepEqual(here(...writing, completes("a"), starts("b"), fails("b", "no")), { concept_id: "c" });
  assert.equal(here(...writing, completes("a"), completes("b"), completes("c")), "end");
});

test("WEB40 a finished task is written, a stopped one stays where it stopped", () => {
  const completed: EventBody = { type: "completed", final: true, roadmap_id: "r", failed_units: [] };
  assert.equal(mapPhase(snapshotOf(...writing, completed)), "written");
  assert.equal(here(...writing, completed), "end");
  assert.equal(mapPhase(snapshotOf(...outline, { type: "cancelled", final: true })), "outline");
});

test("WEB83 a later task writes from the start where it writes, and walks nothing where it only proposes", () => {
  const there = snapshotOf(...outline, completes("a"), starts("b"));
  assert.equal(mapPhase(there, "rewrite"), "writing");
  assert.deepEqual(liveHere(there, "rewrite"), { concept_id: "b" });
  assert.deepEqual([mapPhase(there, "change"), liveHere(there, "change")], ["outlined", "start"]);
});

test("WEB41 a concept is written when all kinds of content are, whether in one unit or in three", () => {
  const state = (...events: Parameters<typeof snapshotOf>) => conceptProgress(snapshotOf(...events).units).get("a");
  assert.equal(state(), undefined);
  assert.deepEqual(state(starts("a")), { writing: "writing" });
  assert.deepEqual(state(starts("a"), completes("a")), { writing: "written" });
  assert.deepEqual(state(completes("a", "a/quiz", ["quiz"])), { writing: "waiting" });
  assert.deepEqual(state(completes("a", "a/quiz", ["quiz"]), starts("a", "a/tutorial")), { writing: "writing" });
  assert.deepEqual(
    state(completes("a", "a/t", ["tutorial"]), completes("a", "a/r", ["resources"]), completes("a", "a/q", ["quiz"])),
    {
      writing: "written",
    },
  );
  assert.deepEqual(state(fails("a", "cut short")), { writing: "failed", reason: "cut short" });
});

test("WEB41 counting: what is settled of what the outline holds", () => {
  assert.deepEqual(writtenCount(snapshotOf(...writing, completes("a"), fails("b", "no"), starts("c"))), { done: 2, total: 3 });
  assert.deepEqual(writtenCount(snapshotOf(completes("a"))), { done: 1, total: 1 }, "a retry tells no outline");
});

test("WEB42 a screen reader is told something at most every five seconds", () => {
  assert.equal(announcementDelay(null, 1_000), 0);
  assert.equal(announcementDelay(1_000, 1_000), 5_000);
  assert.equal(announcementDelay(1_000, 4_000), 2_000);
  assert.equal(announcementDelay(1_000, 9_000), 0);
});
