import assert from "node:assert/strict";
import { test } from "node:test";
import type { Difference } from "@wayfinder/protocol";
import { groupDifferences } from "./difference-groups.ts";

const difference = (kind: Difference["kind"], target: Difference["target"], message: string): Difference => ({
  kind,
  target,
  id: message,
  message,
});

test("PR8 a change is read by what it adds, removes, changes and moves, then by what the plan makes of it", () => {
  const groups = groupDifferences([
    difference("changed", "plan", "later"),
    difference("moved", "concept", "m"),
    difference("added", "module", "a1"),
    difference("removed", "concept", "r"),
    difference("added", "concept", "a2"),
  ]);
  assert.deepEqual(
    groups.map(({ group, items }) => [group, ...items.map(({ message }) => message)]),
    [
      ["added", "a1", "a2"],
      ["removed", "r"],
      ["moved", "m"],
      ["plan", "later"],
    ],
  );
});

test("PR8 no difference is no group", () => {
  assert.deepEqual(groupDifferences([]), []);
});
