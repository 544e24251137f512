import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  GenerateRequest,
  ModelSettingsRequest,
  problemOf,
  ProblemError,
  QuizAnswer,
  type FieldError,
  type QuizItem,
} from "@wayfinder/protocol";
import type { z } from "zod";
import { definiteGoal } from "./definite-goal.ts";
import { gradeAnswer } from "./grade-answer.ts";
import { parseInput } from "./problem-reply.ts";

const GOOD = { goal: "keep bees", level: "beginner", hours_per_week: 4, language: "en" } as const;

/** The errors of the problem that something throws, without their English. */
function broken(act: () => unknown): Omit<FieldError, "message">[] {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof ProblemError);
    return (problemOf(error).errors ?? []).map(({ message: _, ...rest }) => rest);
  }
  return [];
}
const parsed = (schema: z.ZodType, value: unknown) => broken(() => parseInput(schema, value));
const goal = (part: Record<string, unknown>) => parsed(GenerateRequest, { ...GOOD, ...part });

describe("a wrong field says its rule and bound as data", () => {
  test("MS6 texts: their length in characters, and characters that none may hold", () => {
    assert.deepEqual(goal({ goal: " " }), [{ path: "goal", rule: "too_short", limit: 1 }]);
    assert.deepEqual(goal({ goal: "x".repeat(2001) }), [{ path: "goal", rule: "too_long", limit: 2000 }]);
    assert.deepEqual(goal({ motivation: "a\u0000b" }), [{ path: "motivation", rule: "bad_characters" }]);
    assert.deepEqual(goal({ extra_context: "\ud800" }), [{ path: "extra_context", rule: "bad_characters" }]);
    assert.deepEqual(goal({ known_skills: ["a", "x".repeat(101)] }), [{ path: "known_skills.1", rule: "too_long", limit: 100 }]);
    assert.deepEqual(parsed(ModelSettingsRequest, { provider: "openai", model: "m", key: "short" }), [
      { path: "key", rule: "too_short", limit: 8 },
    ]);
  });

  test("MS6 numbers, lists, choices, dates and names of fields", () => {
    assert.deepEqual(goal({ hours_per_week: 0 }), [{ path: "hours_per_week", rule: "too_small", limit: 1 }]);
    assert.deepEqual(goal({ hours_per_week: 169 }), [{ path: "hours_per_week", rule: "too_large", limit: 168 }]);
    assert.deepEqual(goal({ known_skills: Array(101).fill("a") }), [{ path: "known_skills", rule: "too_many", limit: 100 }]);
    assert.deepEqual(goal({ level: "wizard" }), [{ path: "level", rule: "not_offered" }]);
    assert.deepEqual(goal({ level: undefined }), [{ path: "level", rule: "not_offered" }]);
    assert.deepEqual(goal({ goal: undefined }), [{ path: "goal", rule: "missing" }]);
    assert.deepEqual(goal({ goal: 7 }), [{ path: "goal", rule: "wrong_type" }]);
    assert.deepEqual(goal({ deadline: "soon" }), [{ path: "deadline", rule: "malformed" }]);
    assert.deepEqual(goal({ timezone: "Mars/Olympus" }), [{ path: "timezone", rule: "malformed" }]);
    assert.deepEqual(goal({ colour: "red" }), [{ path: "colour", rule: "unknown" }]);
    assert.deepEqual(parsed(QuizAnswer, { chosen: [] }), [{ path: "chosen", rule: "too_few", limit: 1 }]);
  });

  test("MS6 what only the day or the stored thing tells", () => {
    const at = (part: object) =>
      broken(() => definiteGoal(GenerateRequest.parse({ ...GOOD, ...part }), new Date("2026-11-23T10:00:00Z"), false));
    assert.deepEqual(at({ deadline: "2026-11-23" }), [{ path: "deadline", rule: "too_early", limit: "2026-11-24" }]);
    assert.deepEqual(at({ deadline: "2036-11-24" }), [{ path: "deadline", rule: "too_late", limit: "2036-11-23" }]);
    assert.deepEqual(at({ starts_on: "2026-11-22" }), [{ path: "starts_on", rule: "too_early", limit: "2026-11-23" }]);
    assert.deepEqual(at({ source: "model" }), [{ path: "source", rule: "needs_model" }]);
    const item = { type: "single", options: ["a", "b"], right: [0], misconceptions: [] } as unknown as QuizItem;
    assert.deepEqual(
      broken(() => gradeAnswer(item, [0, 1])),
      [{ path: "chosen", rule: "one_choice" }],
    );
    assert.deepEqual(
      broken(() => gradeAnswer(item, [7])),
      [{ path: "chosen", rule: "not_offered" }],
    );
  });
});
