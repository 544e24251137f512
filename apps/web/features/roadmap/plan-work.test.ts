import assert from "node:assert/strict";
import { test } from "node:test";
import { planWork } from "./plan-work.ts";

test("WEB30 the total of a plan is told as learning and reviews", () => {
  const item = (kind: "learn" | "review", hours: number) => ({ concept_id: "a", kind, hours });
  const weeks = [
    { week: 1, hours: 6, items: [item("learn", 5.75), item("review", 0.25)] },
    { week: 2, hours: 2, items: [item("review", 0.5), item("learn", 1.5)] },
  ];
  assert.deepEqual(planWork({ weeks }), { learning: 7.25, reviews: 0.75 });
  assert.deepEqual(planWork({ weeks: [] }), { learning: 0, reviews: 0 });
});
