import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { recordedFigures } from "./main.ts";

test("PR1 PR2 PR3 PR4 PR7 eval: the recorded answers have exactly the figures of the baseline (npm run eval -- --update)", () => {
  const baseline: unknown = JSON.parse(readFileSync(new URL("baseline.json", import.meta.url), "utf8"));
  assert.deepEqual(JSON.parse(JSON.stringify(recordedFigures())), baseline);
});

test("PR1 PR2 PR3 PR4 eval: whatever the baseline says, every roadmap is sound, lean and fits its hours", () => {
  const { summary } = recordedFigures();
  assert.ok(summary.outputs >= 12);
  assert.deepEqual([summary.sound, summary.hours_within_10, summary.redundant_edges, summary.known_taught], [100, 100, 0, 0]);
});
