import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  startScriptedModelServer,
  type ScriptedAnswer,
  type ScriptedModelServer,
} from "@wayfinder/llm/testing/scripted-model-server";
import type { Task, TaskCreated } from "@wayfinder/protocol";
import { lintRoadmap } from "@wayfinder/roadmap";
import { FOUR, goodAnswer, markOf, questionOf, type Question } from "./model-answers.ts";
import { modelEnv, startModelSystem, type ModelSystem } from "./model-system.ts";

/** Short for a test, and long enough for an honest answer on two busy cores. Milliseconds. */
const LIMIT_MS = 1_500;
const RETRY_AFTER_S = 2;
/** The clocks of two processes are read apart. Milliseconds. */
const CLOCK_MS = 50;

/** What goes wrong with some answers of one generation, whose goal is the fault's name. */
interface Fault {
  readonly name: string;
  /** The answer to a question that is asked for the nth time, from 1; null: a good one. */
  readonly answer: (question: Question, nth: number) => ScriptedAnswer | null;
}

/** The given answer to the outline's question, the first `times` times. */
const outline =
  (answer: ScriptedAnswer, times = 1): Fault["answer"] =>
  ({ about }, nth) =>
    about === "outline" && nth <= times ? answer : null;
const good = (question: Question) => goodAnswer(question);
const whole = goodAnswer(questionOf({ schema_name: "outline", prompt: "" }));

/** Faults after which everything is there all the same. */
const MENDED: readonly Fault[] = [
  { name: "429 with Retry-After", answer: outline({ status: 429, headers: { "retry-after": String(RETRY_AFTER_S) } }) },
  { name: "503 twice", answer: outline({ status: 503 }, 2) },
  { name: "503 to every question once", answer: (_, nth) => (nth === 1 ? { status: 503 } : null) },
  { name: "a cut stream", answer: outline({ text: whole, cut_after_chars: 400 }) },
  { name: "a stream cut before its head", answer: outline({ stall: { kind: "cut", text: whole, after_bytes: 0 } }) },
  { name: "a stream without an end", answer: outline({ stall: { kind: "no_finish", text: whole.slice(0, 300) } }) },
  { name: "headers that are never sent", answer: outline({ stall: { kind: "never_answers" } }) },
  { name: "headers and nothing more", answer: outline({ stall: { kind: "headers_only" } }) },
  { name: "keep-alive comments only", answer: outline({ stall: { kind: "keep_alive_only", every_ms: 100 } }) },
  {
    name: "an answer that falls silent",
    answer: outline({ stall: { kind: "falls_silent", text: whole.slice(0, 300), every_ms: 100 } }),
  },
  { name: "an event that is no JSON", answer: outline({ stall: { kind: "malformed_json" } }) },
  { name: "an event whose JSON is cut", answer: outline({ stall: { kind: "truncated_json" } }) },
  {
    name: "an error inside the stream",
    answer: outline({ stall: { kind: "error_in_stream", error: { type: "overloaded_error" } } }),
  },
  { name: "an outline cut at the output limit", answer: outline({ text: whole.slice(0, -40), finish_reason: "length" }) },
  { name: "a refusal, once", answer: outline({ text: "", refusal: "I cannot help with that.", finish_reason: "stop" }) },
  { name: "filtered content, once", answer: outline({ text: "", finish_reason: "content_filter" }) },
  { name: "an empty answer", answer: outline("") },
  { name: "prose instead of JSON", answer: outline("Sure! Here is a plan: first flour, then water.") },
  { name: "thinking aloud before every answer", answer: (q) => `<think>They want {"bread"}.</think>\n${good(q)}` },
  {
    name: "fences and prose around every answer",
    answer: (q) => (q.about === "tutorial" ? null : `Gladly!\n\`\`\`json\n${good(q)}\n\`\`\`\nEnjoy.`),
  },
  { name: "no usage at all", answer: (q) => ({ text: good(q), usage: null }) },
  {
    name: "a critic that never works",
    answer: ({ about }) => (about === "critique" ? `It is fine, I think. ${markOf("a critic that never works")}` : null),
  },
];

/** Faults that end the task, with what the person reads. */
const ENDING: readonly (Fault & { readonly words: RegExp })[] = [
  {
    name: "a refused key",
    answer: () => ({ status: 401, body: '{"error":{"message":"secret payload"}}' }),
    words: /^The provider refused this server's key \(401\)\. Whoever runs the server sets LLM_API_KEY;/,
  },
  { name: "no credit", answer: () => ({ status: 402 }), words: /no credit left \(402\)\. Whoever runs the server can top it up/ },
  { name: "an unknown model", answer: () => ({ status: 404 }), words: /does not know the model scripted \(404\)/ },
  { name: "a web page", answer: () => ({ stall: { kind: "html" } }), words: /\S.{20,}/ },
  {
    name: "refusals for ever",
    answer: outline({ text: "", refusal: "No.", finish_reason: "stop" }, 99),
    words: /refused to answer/,
  },
  {
    name: "garbage for ever",
    answer: outline(`{{{{ ${markOf("garbage for ever")}`, 99),
    words: /could not be used, three times in a row/,
  },
];

/** Two units that fail by their words and one by the wire; nothing else does. */
const UNITS: Fault = {
  name: "three bad units",
  answer({ about, concept }) {
    // a question to mend a quiz names no concept, and only this one is ever mended
    if (about === "quiz" && (concept === "Shaping" || concept === null)) return `No quiz today. ${markOf(UNITS.name)}`;
    if (about === "tutorial" && concept === "Baking") return "Too short.";
    return about === "resources" && concept === "Flour" ? { status: 503, headers: { "retry-after": "0" } } : null;
  },
};

/** How often each question of each generation came, whatever words it came in. */
const times: Record<string, number> = {};
const arrivals: { readonly goal: string; readonly about: string; readonly at: number }[] = [];
let healed = false;
let model: ScriptedModelServer;
let system: ModelSystem;
const tasks = new Map<string, string>();
const FAULTS = [...MENDED, ...ENDING, UNITS];

const started = new AsyncDisposableStack();
before(async () => {
  model = started.use(
    await startScriptedModelServer({
      answer(request) {
        const question = questionOf(request);
        const { goal, about, concept } = question;
        const key = `${goal} ${about} ${concept}`;
        const nth = (times[key] = (times[key] ?? 0) + 1);
        arrivals.push({ goal, about, at: performance.now() });
        const fault = healed ? undefined : FAULTS.find(({ name }) => name === goal);
        return fault?.answer(question, nth) ?? good(question);
      },
    }),
  );
  system = started.use(
    await startModelSystem({
      ...modelEnv(model.base_url),
      LLM_FIRST_BYTE_MS: String(LIMIT_MS),
      LLM_SILENCE_MS: String(LIMIT_MS),
    }),
  );
  for (const { name } of FAULTS) tasks.set(name, (await system.guest.generate(name)).task_id);
});
after(() => started.disposeAsync());

const ended = (name: string): Promise<Task> => system.guest.ended(tasks.get(name) ?? "");
const asked = (goal: string, about: string) => arrivals.filter((one) => one.goal === goal && one.about === about);

async function assertWhole(task: Task): Promise<void> {
  assert.equal(task.status, "completed", JSON.stringify(task));
  const roadmap = await system.guest.roadmap(task);
  const starts_on = roadmap.plan.weeks[0]?.starts_on ?? "";
  assert.deepEqual(lintRoadmap(roadmap, { starts_on, known: [] }), []);
  const concepts = roadmap.stages.flatMap((stage) => stage.modules.flatMap((module) => module.concepts));
  assert.ok(concepts.length >= 2);
}

describe("faults that are mended", () => {
  for (const { name } of MENDED)
    test(`PL3 PL4 ${name}: a finished roadmap all the same`, async () => {
      const task = await ended(name);
      await assertWhole(task);
      assert.deepEqual(task.failed_units, []);
    });

  test("PL4 Retry-After is waited for", async () => {
    await ended("429 with Retry-After");
    const [first, second] = asked("429 with Retry-After", "outline");
    assert.ok(first && second);
    assert.ok(second.at - first.at >= RETRY_AFTER_S * 1_000 - CLOCK_MS, `asked again after ${second.at - first.at} ms`);
  });

  test("PL8 without a critic the gate decides, and the log says so", async () => {
    await ended("a critic that never works");
    const log = await system.guest.log(tasks.get("a critic that never works") ?? "");
    const result = log.find((event) => event.type === "validation_result");
    assert.equal(result?.critique?.available, false);
  });
});

describe("faults that end a task, until they are gone", () => {
  for (const { name, words } of ENDING)
    test(`PL4 MS6 ${name}: failed, in words that help`, async () => {
      const task = await ended(name);
      assert.equal(task.status, "failed");
      assert.match(task.error?.message ?? "", words);
      assert.doesNotMatch(JSON.stringify(await system.guest.log(task.task_id)), /secret payload|sk-scripted/);
    });

  test("PL7 one bad unit costs only itself", async () => {
    const task = await ended(UNITS.name);
    await assertWhole(task);
    assert.deepEqual(task.failed_units.map(({ unit }) => unit).sort(), ["baking/tutorial", "flour/resources", "shaping/quiz"]);
    for (const { reason } of task.failed_units) assert.match(reason, /\S.{20,}/);
  });

  test("PL7 one is tried again alone, then all that is left; what was ready is not asked for again", async () => {
    const { guest } = system;
    const task = await ended(UNITS.name);
    healed = true;
    const before = arrivals.length;
    const again = (path: string) => guest.ask<TaskCreated>(path, {}).then(({ task_id }) => guest.ended(task_id));
    const one = await again(`/api/v1/roadmaps/${task.roadmap_id}/concepts/baking/tutorial/regenerate`);
    assert.deepEqual(one.failed_units.map(({ unit }) => unit).sort(), ["flour/resources", "shaping/quiz"]);
    const all = await again(`/api/v1/tasks/${task.task_id}/retry`);
    await assertWhole(all);
    assert.deepEqual(all.failed_units, []);
    const told = (await guest.log(all.task_id)).flatMap((event) => (event.type === "concept_complete" ? [event.unit] : []));
    assert.deepEqual(told.sort(), ["flour/resources", "shaping/quiz"]);
    assert.deepEqual(
      arrivals
        .slice(before)
        .map(({ about }) => about)
        .sort(),
      ["quiz", "resources", "tutorial"],
    );
  });

  test("PL7 a task that failed goes on where it stopped once the fault is gone", async () => {
    const { guest } = system;
    const task = await ended("refusals for ever");
    healed = true;
    const intents = asked(task.goal, "intent").length;
    const { task_id } = await guest.ask<TaskCreated>(`/api/v1/tasks/${task.task_id}/retry`, {});
    const retry = await guest.ended(task_id);
    await assertWhole(retry);
    assert.deepEqual(retry.failed_units, []);
    assert.equal(asked(task.goal, "intent").length, intents, "what was understood is not paid for again");
    assert.equal((await guest.roadmap(retry)).stages.flatMap((s) => s.modules.flatMap((m) => m.concepts)).length, FOUR.length);
  });
});
