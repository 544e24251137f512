import assert from "node:assert/strict";
import { test } from "node:test";
import { cardMark } from "./card-mark.ts";
import { domain, node, view } from "./domain.fixture.ts";
import { indexCatalogue } from "./domain-index.ts";
import { isWalkKey, walk } from "./walk.ts";

const index = indexCatalogue(
  view(
    domain("one", [node("a"), node("b", "a"), node("c", "a", "b?")], [node("d", "x", "c", "b"), node("e", "c?")]),
    domain("two", [node("x"), node("y", "a", "gone")]),
  ),
);
const steps = (id: string) => (["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] as const).map((key) => walk(id, key, index));

test("WEB60 the index knows what a concept needs and opens, in other domains too, and nothing that is not there", () => {
  assert.deepEqual(index.places.get("a")?.leadsTo, ["b", "c", "y"]);
  assert.deepEqual(index.places.get("b")?.leadsTo, ["d", "c"]);
  assert.deepEqual(index.places.get("y")?.needsHard, ["a"]);
  assert.deepEqual(index.places.get("c")?.needsSoft, ["b"]);
  assert.deepEqual([index.places.get("c")?.stage, index.places.get("e")?.stage], [0, 1]);
});

test("WEB60 left goes to the nearest that is needed, right to the first that needs it, before what only helps", () => {
  assert.deepEqual(steps("d"), ["c", null, null, "e"]);
  assert.deepEqual(steps("b"), ["a", "d", "a", "c"]);
  assert.deepEqual(steps("e"), ["c", null, "d", null]);
  assert.deepEqual(steps("a"), [null, "b", null, "b"]);
});

test("WEB60 the walk stays in the domain; Home and End are its ends", () => {
  assert.deepEqual(steps("y"), [null, null, "x", null]);
  assert.equal(walk("c", "Home", index), "a");
  assert.equal(walk("c", "End", index), "e");
  assert.equal(walk("nowhere", "End", index), null);
});

test("WEB60 only six keys walk; all others keep their meaning", () => {
  assert.deepEqual(
    ["ArrowLeft", "End", "Tab", "Enter", "a", " "].map((key) => isWalkKey(key)),
    [true, true, false, false, false, false],
  );
});

test("WEB60 looking at a concept marks what it needs and what it opens, and nothing else", () => {
  const marks = (looked: string) => ["a", "b", "c", "d", "e"].map((id) => cardMark(id, index.places.get(looked)));
  assert.deepEqual(marks("c"), ["needed", "needed", "chosen", "opened", "opened"]);
  assert.deepEqual(marks("d"), ["far", "needed", "needed", "chosen", "far"]);
  assert.deepEqual(marks("nowhere"), ["none", "none", "none", "none", "none"]);
});
