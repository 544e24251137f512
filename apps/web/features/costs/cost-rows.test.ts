import assert from "node:assert/strict";
import { test } from "node:test";
import { costRows, type StepCost } from "./cost-rows.ts";

const step = (path: string, role: string, cost_usd: number | null = 0.5): StepCost => ({
  path,
  role,
  model: "m",
  calls: 1,
  input_tokens: 10,
  output_tokens: 5,
  cost_usd,
});

test("PL6 the content of all concepts is one line a kind, in the order of the work", () => {
  const rows = costRows([
    step("content/a/quiz", "examiner"),
    step("content/a/tutorial", "writer"),
    step("content/b/tutorial", "writer"),
    step("intent_analysis", "analyst"),
    step("regenerate/a/tutorial/k1", "writer"),
  ]);
  assert.deepEqual(
    rows.map(({ step: name, calls, tokens, cost_usd }) => [name, calls, tokens, cost_usd]),
    [
      ["intent_analysis", 1, 15, 0.5],
      ["tutorial", 3, 45, 1.5],
      ["quiz", 1, 15, 0.5],
    ],
  );
});

test("PL6 one unknown price makes the sum unknown, not smaller", () => {
  const [row] = costRows([step("content/a/quiz", "examiner", 1), step("content/b/quiz", "examiner", null)]);
  assert.equal(row?.cost_usd, null);
});

test("PL6 another model or role is another line, and an unknown path is other work", () => {
  const rows = costRows([step("change/c1", "editor"), step("roadmap_edit/1", "editor"), step("new/thing", "editor")]);
  assert.deepEqual(
    rows.map((row) => row.step),
    ["roadmap_edit", "change", "other"],
  );
});
