import assert from "node:assert/strict";
import { test } from "node:test";
import { StepRefusal } from "@wayfinder/engine";
import { DESIGN_GOLDEN } from "../testing/golden/curriculum-design.ts";
import { INTENT_GOLDEN } from "../testing/golden/intent-analysis.ts";
import { QUIZ_GOLDEN } from "../testing/golden/quiz.ts";
import { RESOURCES_GOLDEN } from "../testing/golden/resources.ts";
import { EDIT_GOLDEN } from "../testing/golden/roadmap-edit.ts";
import { CRITIQUE_GOLDEN } from "../testing/golden/structure-critique.ts";
import { TUTORIAL_GOLDEN } from "../testing/golden/tutorial.ts";
import { scriptedStep } from "../testing/scripted-step.ts";
import { PROMPT_FAMILIES } from "./prompt-versions.ts";

const CASES = [
  ...INTENT_GOLDEN,
  ...DESIGN_GOLDEN,
  ...CRITIQUE_GOLDEN,
  ...EDIT_GOLDEN,
  ...TUTORIAL_GOLDEN,
  ...RESOURCES_GOLDEN,
  ...QUIZ_GOLDEN,
];

test("Prompts: each has golden cases in both languages", () => {
  const wanted = PROMPT_FAMILIES.flatMap(({ id }) => [`${id} en`, `${id} zh`]);
  assert.deepEqual(CASES.map(({ name }) => name).toSorted(), wanted.toSorted());
});

/** What was wrong, as data: it may quote names that the model took from anybody (PL10). */
const problemIn = (prompt: string): string => /<data name="problem">\n([\s\S]*?)\n<\/data>/.exec(prompt)?.[1] ?? "";

for (const { name, goal, ask, accepted, refused } of CASES) {
  test(`PL3 golden ${name}: good answers are taken at once`, async () => {
    for (const { answer, gives } of accepted) {
      const step = scriptedStep({ goal, answer: () => answer });
      const value = await ask(step);
      assert.equal(step.requests.length, 1, answer);
      if (typeof gives === "string") assert.equal(value, gives);
      else if (gives !== undefined) assert.partialDeepStrictEqual(value, gives);
    }
  });

  test(`PL6 golden ${name}: what is reserved for the question is about a token a character, so that budgets hold what they say`, async () => {
    const step = scriptedStep({ goal, answer: () => accepted[0]?.answer ?? "" });
    await ask(step);
    const [call] = step.calls;
    assert.ok(call && call.worst.input_tokens >= call.input.length && call.worst.input_tokens < call.input.length * 1.15);
  });

  test(`PL3 PL10 golden ${name}: bad ones are sent back with the reason, and given up in words`, async () => {
    for (const { answer, says } of refused) {
      const step = scriptedStep({ goal, answer: () => answer });
      await assert.rejects(ask(step), (error) => error instanceof StepRefusal && says.test(String(error.cause)), answer);
      assert.ok(step.requests.length >= 2, "it is asked again first");
      const again = step.requests.slice(1).map(({ prompt }) => prompt);
      // a text is asked for once more as it was; an object with what was wrong
      if (step.requests[0]?.schema) assert.ok(again.every((prompt) => says.test(problemIn(prompt))));
      assert.ok(
        step.requests.every(({ system }) => !system.includes(goal.goal)),
        "words of the learner are data",
      );
    }
  });
}
