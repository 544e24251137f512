import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalogue } from "@wayfinder/catalogue";
import type { QuizItem, Resource } from "@wayfinder/protocol";
import { EventBody, type Goal } from "@wayfinder/protocol";
import { lintRoadmap } from "@wayfinder/roadmap";
import { BAD_ANSWERS, type BadAnswer } from "./testing/bad-answer.ts";
import { goodAnswers } from "./testing/good-answers.ts";
import { ModelRun } from "./testing/model-run.ts";

const catalogue = loadCatalogue();
const GOAL: Goal = {
  goal: "bake sourdough bread",
  level: "beginner",
  hours_per_week: 4,
  language: "en",
  known_skills: ["Kneading"],
  review: false,
  starts_on: "2026-11-23",
  source: "model",
};
/** Which answer is spoiled; a text has no schema. */
const TARGETS = ["intent", "outline", "critique", "resources", "quiz", "text"] as const;

interface Ending {
  readonly ended: "completed" | "failed";
  readonly failed_units: number;
}

/** Runs a generation whose answers to one question are spoiled, at first or always, and checks what may never be otherwise. */
async function run(bad: BadAnswer, target: string, always: boolean): Promise<Ending> {
  let spoiled = 0;
  const generation = new ModelRun({
    catalogue,
    answer(request) {
      const good = goodAnswers(request);
      const isTarget = (request.schema?.name ?? "text") === target;
      if (!isTarget || (spoiled > 0 && !always)) return good;
      spoiled += 1;
      return bad.spoil(good);
    },
  });
  const events = await generation.toEnd(GOAL);
  for (const event of events) EventBody.parse(event);
  const last = events.at(-1);
  assert.equal(events.filter((event) => "final" in event).length, 1);
  if (last?.type === "failed") {
    assert.match(last.error.message, /\S.{20,}/, "a failure says what the model did");
    return { ended: "failed", failed_units: 0 };
  }
  assert.equal(last?.type, "completed");
  const roadmap = generation.roadmap();
  assert.deepEqual(lintRoadmap(roadmap, { starts_on: GOAL.starts_on, known: [] }), []);
  const concepts = roadmap.stages.flatMap((s) => s.modules.flatMap((m) => m.concepts));
  assert.ok(concepts.length >= 2 && concepts.length <= 400);
  assert.ok(!concepts.some((concept) => concept.name === "Kneading"), "what is known is not taught (PR3)");
  for (const [unit, body] of generation.contents) checkContent(unit, body);
  for (const concept of concepts)
    for (const kind of ["tutorial", "resources", "quiz"]) {
      const unit = `${concept.concept_id}/${kind}`;
      assert.ok(generation.contents.has(unit) !== generation.failed.has(unit), `${unit} is ready or failed, never neither`);
    }
  return { ended: "completed", failed_units: generation.failed.size };
}

function checkContent(unit: string, body: unknown): void {
  if (unit.endsWith("/tutorial")) assert.match((body as { markdown: string }).markdown, /\S/);
  if (unit.endsWith("/resources")) assert.ok((body as { items: Resource[] }).items.length > 0, "no empty list is ready");
  if (unit.endsWith("/resources"))
    for (const item of (body as { items: Resource[] }).items)
      assert.equal(item.url, undefined, "no link that nobody checked (PR10)");
  if (!unit.endsWith("/quiz")) return;
  const { items } = body as { items: QuizItem[] };
  assert.ok(items.length >= 3);
  for (const { options, right, explanation, type } of items) {
    assert.equal(new Set(options).size, options.length);
    assert.ok(right.length >= 1 && right.length < options.length && right.every((at) => at < options.length));
    assert.ok(type === "multiple" || right.length === 1);
    assert.notEqual(explanation, "");
  }
}

const cases = BAD_ANSWERS.flatMap((bad) => TARGETS.map((target) => ({ bad, target }))).filter(({ bad, target }) => {
  const good = goodAnswers({
    system: "",
    prompt: "",
    max_output_tokens: 1,
    ...(target === "text" ? {} : { schema: { name: target, json: {} } }),
  });
  return bad.spoil(good) !== good;
});

test(`PR9 PL3 ${cases.length} bad answers, given once: a sound roadmap every time`, async (t) => {
  const endings = new Map<string, number>();
  for (const { bad, target } of cases) {
    const { ended, failed_units } = await run(bad, target, false).catch((error: unknown) => {
      throw new Error(`${target}: ${bad.name}`, { cause: error });
    });
    assert.equal(ended, "completed", `${target}: ${bad.name}`);
    const key = `${ended}, ${failed_units === 0 ? "nothing" : "some units"} failed`;
    endings.set(key, (endings.get(key) ?? 0) + 1);
  }
  t.diagnostic([...endings].map(([key, n]) => `${n} × ${key}`).join("; "));
});

test(`PR9 PL3 ${cases.length} bad answers, given always: a sound roadmap or a clear failure, never an empty one`, async (t) => {
  const endings = new Map<string, number>();
  for (const { bad, target } of cases) {
    const { ended, failed_units } = await run(bad, target, true).catch((error: unknown) => {
      throw new Error(`${target}: ${bad.name}`, { cause: error });
    });
    const key = `${target}: ${ended}${failed_units === 0 ? "" : ", units failed"}`;
    endings.set(key, (endings.get(key) ?? 0) + 1);
    // only what the whole task needs may end it (PL7, PL8)
    if (target !== "intent" && target !== "outline") assert.equal(ended, "completed", `${target}: ${bad.name}`);
  }
  t.diagnostic([...endings].map(([key, n]) => `${n} × ${key}`).join("; "));
});
