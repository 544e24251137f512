import assert from "node:assert/strict";
import { test } from "node:test";
import { closeLabel } from "./close-label.ts";

test("CC close codes with a name are labels; what a client makes up is one label", () => {
  assert.deepEqual([4000, 4508, 1006, 1012].map(closeLabel), ["4000", "4508", "1006", "1012"]);
  assert.deepEqual([3000, 4001, 4999, 0].map(closeLabel), ["other", "other", "other", "other"]);
});
