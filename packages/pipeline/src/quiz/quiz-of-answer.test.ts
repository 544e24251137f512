import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { QuizAnswer } from "../prompts/quiz.ts";
import { quizObjection, quizOfAnswer } from "./quiz-of-answer.ts";

type Item = QuizAnswer["items"][number];
const item = (question: string, right: readonly string[], wrong: readonly string[], more: Partial<Item> = {}): Item => ({
  question,
  options: [...right.map((text) => ({ text, right: true })), ...wrong.map((text) => ({ text, right: false }))],
  explanation: "Because.",
  ...more,
});

test("PR11 the key has no favourite place: over 2 000 items of four options each place has its quarter", () => {
  const places = [0, 0, 0, 0];
  for (let n = 0; n < 500; n++) {
    const items = [1, 2, 3, 4].map((at) => item(`${n}: what of ${at}?`, ["right"], ["wrong", "false", "other"]));
    for (const { right } of quizOfAnswer({ items }, `concept-${n % 50}`)) places[right[0] ?? -1]! += 1;
  }
  // chi-squared with 3 degrees of freedom: above 16.3 once in a thousand fair dice; the order is fixed, so this cannot flicker
  const chi2 = places.reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
  assert.ok(chi2 < 16.3, places.join(" "));
});

test("PR6 PR11 the same quiz is the same bytes; another concept has another order", () => {
  const items = Array.from({ length: 8 }, (_, at) => item(`${at}?`, ["a"], ["b", "c", "d"]));
  assert.deepEqual(quizOfAnswer({ items }, "bees"), quizOfAnswer({ items }, "bees"));
  assert.notDeepEqual(quizOfAnswer({ items }, "bees"), quizOfAnswer({ items }, "wasps"));
});

test("PR11 whatever a model writes, what is kept can be graded", () => {
  const option = fc.record({ text: fc.constantFrom("a", "A ", "b", "c", "", "一"), right: fc.boolean() });
  const any = fc.record({
    type: fc.option(fc.constantFrom("single", "multiple", "true-false", "判断", "essay"), { nil: undefined }),
    question: fc.constantFrom("x?", "y?", " x?"),
    options: fc.array(option, { maxLength: 9 }),
    explanation: fc.constantFrom("", " ", "Because."),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (items) => {
      const kept = quizOfAnswer({ items }, "c");
      assert.ok(kept.length <= 8);
      assert.equal(new Set(kept.map(({ question }) => question)).size, kept.length);
      for (const { type, options, right, explanation, misconceptions } of kept) {
        assert.equal(new Set(options.map((text) => text.trim().toLowerCase())).size, options.length);
        assert.ok(options.length >= 2 && options.length <= 6 && !options.includes(""));
        assert.ok(right.length >= 1 && right.length < options.length && right.every((at) => at < options.length));
        assert.ok(type === "multiple" || right.length === 1);
        assert.ok(type !== "true-false" || options.length === 2);
        assert.equal(explanation, "Because.");
        assert.equal(misconceptions.length, options.length);
      }
    }),
    { numRuns: 150 },
  );
});

test("PR11 a misconception stays with its option, and the right one has none", () => {
  const options = [
    { text: "queen", right: true, misconception: "never shown" },
    { text: "drone", right: false, misconception: " all bees lay " },
    { text: "worker", right: false },
  ];
  const [kept] = quizOfAnswer({ items: [{ question: "Who lays?", options, explanation: "Because." }] }, "c");
  assert.deepEqual(Object.fromEntries(kept!.options.map((text, at) => [text, kept!.misconceptions[at]])), {
    queen: null,
    drone: "all bees lay",
    worker: null,
  });
});

test("PR11 a right option that stands out by its length in most items is sent back; in half of them it is not", () => {
  const fair = (at: number) => item(`${at}?`, ["two words"], ["also two", "two more"]);
  const telltale = (at: number) => item(`${at}?`, ["a long and careful answer"], ["short", "brief"]);
  assert.equal(quizObjection({ items: [fair(1), fair(2), telltale(3), telltale(4)] }), null);
  assert.match(quizObjection({ items: [fair(1), telltale(2), telltale(3)] }) ?? "", /much longer/);
  const multiple = (at: number) => item(`${at}?`, ["a long and careful answer", "another long answer"], ["no"]);
  assert.equal(quizObjection({ items: [1, 2, 3].map(multiple) }), null, "of several right ones each may be long");
});
