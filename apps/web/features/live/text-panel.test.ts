import assert from "node:assert/strict";
import { test } from "node:test";
import { shownText } from "./shown-text.ts";
import { completes, progress, snapshotOf, starts, writes } from "./snapshot.fixture.ts";
import { lengthInWords } from "./text-length.ts";

const begun = progress("content_generation", "started");
const shown = (...events: Parameters<typeof snapshotOf>) => shownText(snapshotOf(begun, ...events));

test("WEB46 the text shown is the one being written, and stays when it is finished", () => {
  assert.equal(shown(starts("a")), null);
  assert.deepEqual(shown(starts("a"), writes("a", "# A")), { unit: "a", concept_id: "a", markdown: "# A", isWriting: true });
  assert.equal(shown(starts("a"), writes("a", "# A"), completes("a"))?.isWriting, false);
});

test("WEB46 a unit that has no text yet does not blank the panel", () => {
  assert.equal(shown(starts("a"), writes("a", "# A"), completes("a"), starts("b"))?.unit, "a");
});

test("WEB46 nothing is being written in a task that has ended", () => {
  assert.equal(shown(starts("a"), writes("a", "# A"), { type: "cancelled", final: true })?.isWriting, false);
});

test("WEB47 length: words in English, characters of the script in Chinese", () => {
  assert.equal(lengthInWords("It's a well-set `field` guide, no. 2", "en"), 7);
  assert.equal(lengthInWords("函数 (function) 和闭包。", "zh-CN"), 5);
  assert.equal(lengthInWords("", "en"), 0);
});

test("WEB77 of several texts written at once the one that is read stays until it is finished", () => {
  const two = [
    progress("content_generation", "started"),
    starts("a", "a/tutorial"),
    writes("a", "A", "a/tutorial"),
    starts("b", "b/tutorial"),
    writes("b", "B", "b/tutorial"),
  ];
  assert.equal(shownText(snapshotOf(...two))?.unit, "b/tutorial");
  assert.equal(shownText(snapshotOf(...two), "a/tutorial")?.unit, "a/tutorial");
  assert.equal(shownText(snapshotOf(...two, completes("a", "a/tutorial", ["tutorial"])), "a/tutorial")?.unit, "b/tutorial");
  assert.equal(shownText(snapshotOf(...two), "gone/tutorial")?.unit, "b/tutorial");
});
