import assert from "node:assert/strict";
import { test } from "node:test";
import { snapshotOf, stage } from "#web/features/live/snapshot.fixture.ts";
import { added, heldBy, movedBy, movedInto, removed, renamed, spotOf } from "./outline-edit.ts";

const { stages } = snapshotOf(...stage(1, "a", "b"), ...stage(2, "c"));

test("WEB72 up and down go by one place, over the edge of a module into the next", () => {
  assert.deepEqual(movedBy(stages, "b", "up"), [{ op: "move", kind: "concept", id: "b", at: 0 }]);
  assert.deepEqual(movedBy(stages, "a", "down"), [{ op: "move", kind: "concept", id: "a", at: 1 }]);
  assert.deepEqual(movedBy(stages, "b", "down"), [{ op: "move", kind: "concept", id: "b", into: "m2", at: 0 }]);
  assert.deepEqual(movedBy(stages, "c", "up"), [{ op: "move", kind: "concept", id: "c", into: "m1" }]);
});

test("WEB72 the first goes no further up, the last no further down, and what is not there nowhere", () => {
  assert.equal(movedBy(stages, "a", "up"), null);
  assert.equal(movedBy(stages, "c", "down"), null);
  assert.equal(movedBy(stages, "x", "down"), null);
  assert.equal(spotOf(stages, "x"), null);
});

test("WEB72 a move that would be put back is not offered, and it is known what holds the concept", () => {
  const needing = structuredClone(stages);
  const [a, b] = needing[0]?.modules[0]?.concepts ?? [];
  b?.prerequisites.push({ concept_id: "a", kind: "hard" });
  const held = { name: b?.name, needed: a?.name };
  assert.deepEqual([heldBy(needing, "b", "up"), heldBy(needing, "a", "down")], [held, held]);
  assert.deepEqual([heldBy(needing, "a", "up"), heldBy(needing, "b", "down"), heldBy(stages, "b", "up")], [null, null, null]);
});

test("WEB72 rename, remove, move and add name one concept each", () => {
  assert.deepEqual(renamed("a", "Atoms"), [{ op: "change", kind: "concept", id: "a", fields: { name: "Atoms" } }]);
  assert.deepEqual(removed("a"), [{ op: "remove", kind: "concept", id: "a" }]);
  assert.deepEqual(movedInto("a", "m2"), [{ op: "move", kind: "concept", id: "a", into: "m2" }]);
  const [operation] = added("m1", { name: "Ions", description: "" });
  assert.equal(operation?.op === "add" && operation.kind === "concept" && operation.node.description, "Ions");
});
