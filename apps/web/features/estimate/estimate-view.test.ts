import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@wayfinder/protocol";
import { viewOf } from "./estimate-view.ts";

const answer = { goal: "Learn SQL", estimate: undefined, stale: false, problem: undefined, unreachable: false };
const problem = (code: string, status: number, rest: Partial<Problem> = {}): Problem => ({
  type: "",
  title: "",
  detail: "",
  code,
  status,
  ...rest,
});

test("WEB14 nothing is asked of a goal under two characters or a form that cannot be planned", () => {
  assert.equal(viewOf({ ...answer, goal: " a " }, true).kind, "empty");
  assert.equal(viewOf(answer, false).kind, "invalid");
  assert.equal(viewOf(answer, true).kind, "loading");
});

test("WEB14 a goal outside of the catalogue is said plainly, with the nearest topics", () => {
  const nearest = [{ id: "sql-joins", title: "SQL joins" }];
  assert.deepEqual(viewOf({ ...answer, problem: problem("goal_not_covered", 422, { nearest }) }, true), {
    kind: "uncovered",
    goal: "Learn SQL",
    nearest,
  });
});

test("WEB14 a refusal is about the form, a failure about the server", () => {
  assert.equal(viewOf({ ...answer, problem: problem("invalid_request", 400) }, true).kind, "invalid");
  assert.equal(viewOf({ ...answer, problem: problem("internal", 500) }, true).kind, "unreachable");
  assert.equal(viewOf({ ...answer, unreachable: true }, true).kind, "unreachable");
});

test("WEB76 of a model's roadmap only the cost and the room are told", () => {
  const estimate = { source: "model", cost: null, hours_until_deadline: 40 } as const;
  assert.deepEqual(viewOf({ ...answer, estimate }, true), { kind: "model", estimate, stale: false });
});
