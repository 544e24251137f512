import assert from "node:assert/strict";
import { test } from "node:test";
import { OUTLINE_ALIASES, OutlineAnswer } from "../outline/outline-answer.ts";
import { quizPrompt } from "../prompts/quiz.ts";
import { quizObjection, quizOfAnswer } from "../quiz/quiz-of-answer.ts";
import { readAnswer } from "./read-answer.ts";
import { readTutorial } from "./read-tutorial.ts";

const ZERO = "\u200b";
const problem = (text: string) => {
  const read = readAnswer(text, OutlineAnswer, OUTLINE_ALIASES);
  return read.ok ? "" : read.problem;
};
const outline = (stage: string, concept: string, more: object = {}) =>
  JSON.stringify({ stages: [{ name: stage, modules: [{ name: "M", concepts: [{ name: concept, ...more }] }] }] });

test("PR2 PR9 names of nothing visible are missing names; invisible signs in others are taken out", () => {
  for (const zero of [ZERO, "\u2060", "\u00ad", "\ufeff\u2061", "\u3164"]) {
    assert.equal(problem(outline(zero, "Wax")), "stages.0.name is empty.");
    assert.equal(problem(outline("S", zero.repeat(2))), "stages.0.modules.0.concepts.0.name is empty.");
  }
  const read = readAnswer(outline("S", `W${ZERO}ax`, { description: ZERO }), OutlineAnswer);
  assert.ok(read.ok);
  assert.deepEqual(read.value.stages[0]?.modules[0]?.concepts[0], { name: "Wax", description: "" });
});

test("PR2 PR9 names and texts that no page can show are sent back", () => {
  assert.equal(problem(outline("S", "a".repeat(200))), "");
  assert.match(problem(outline("S", "a".repeat(60_000))), /concepts\.0\.name is longer than 200 characters/);
  assert.match(problem(outline("b".repeat(201), "a")), /stages\.0\.name is longer than 200 characters/);
  assert.match(problem(outline("S", "a", { description: "c".repeat(4_001) })), /description is longer than 4000 characters/);
});

test("PR11 options that look the same are the same: invisible signs, full width, soft hyphens", () => {
  const twins = ["same", `same${ZERO}`, "ｓame", "same ", "s\u00adame"];
  const quiz = JSON.stringify({
    items: [1, 2, 3].map((n) => ({
      question: `Which ${n}?`,
      options: twins.map((text, at) => ({ text, right: at === 0 })),
      explanation: "Because.",
    })),
  });
  const read = readAnswer(quiz, quizPrompt.newest.answer, quizPrompt.newest.aliases);
  assert.ok(read.ok);
  assert.deepEqual(quizOfAnswer(read.value, "c"), []);
  assert.match(quizObjection(read.value) ?? "", /Only 0 of its items/);
});

test("PR9 a tutorial of nothing visible is too short", () => {
  assert.partialDeepStrictEqual(readTutorial(ZERO.repeat(300)), { ok: false, problem: "It was too short to explain anything." });
});
