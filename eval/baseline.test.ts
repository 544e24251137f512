import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { curriculumDesignPrompt, IntentAnswer, readAnswer } from "@wayfinder/pipeline/evaluation";
import { readGold } from "./gold-goal.ts";
import { recordedFigures } from "./main.ts";

const FIGURES = recordedFigures();

test("PR1 PR2 PR3 PR4 PR7 eval: the recorded answers have exactly the figures of the baseline (npm run eval -- --update)", () => {
  const baseline: unknown = JSON.parse(readFileSync(new URL("baseline.json", import.meta.url), "utf8"));
  assert.deepEqual(JSON.parse(JSON.stringify(FIGURES)), baseline);
});

test("PR1 PR2 PR3 PR4 eval: whatever the baseline says, every roadmap is sound, lean and fits its hours", () => {
  const { by_hand, by_model } = FIGURES;
  assert.ok(by_hand.summary.outputs >= 12 && by_model.summary.outputs >= 30);
  assert.equal(by_model.summary.refused, 0);
  for (const { summary } of [by_hand, by_model])
    assert.deepEqual([summary.sound, summary.hours_within_10, summary.redundant_edges, summary.known_taught], [100, 100, 0, 0]);
});

test("Eval: every gold goal has an answer that a model gave to a published prompt, and what the prompt said of the learner", () => {
  const versions = new Set(curriculumDesignPrompt.versions.map(({ version }) => version));
  const goals = Object.keys(FIGURES.by_model.outputs).map((name) => {
    const [, goal = "", version = ""] = /^([a-z0-9-]+)\.prompt-([\d.]+)$/.exec(name) ?? [];
    assert.ok(versions.has(version), name);
    return goal;
  });
  assert.deepEqual(
    [...new Set(goals)],
    readGold(new URL("gold/", import.meta.url)).map(({ id }) => id),
  );
  for (const goal of goals) {
    const text = readFileSync(new URL(`recorded/by-model/intents/${goal}.txt`, import.meta.url), "utf8");
    const intent = readAnswer(text, IntentAnswer);
    assert.ok(intent.ok && intent.value.hours !== undefined, goal);
  }
});
