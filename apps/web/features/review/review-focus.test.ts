import assert from "node:assert/strict";
import { test } from "node:test";
import { snapshotOf, stage } from "#web/features/live/snapshot.fixture.ts";
import { neighbourOf } from "./review-focus.ts";

test("WEB72 after a removal the next row has the focus, after the last one the row before", () => {
  const { stages } = snapshotOf(...stage(1, "a", "b"), ...stage(2, "c"));
  assert.deepEqual(
    ["a", "b", "c", "none"].map((id) => neighbourOf(stages, id)),
    ["b", "c", "b", null],
  );
  assert.equal(neighbourOf(snapshotOf(...stage(1, "a")).stages, "a"), null);
});
