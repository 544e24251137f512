import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import {
  startScriptedModelServer,
  type ScriptedModelServer,
  type ScriptedRequest,
} from "@wayfinder/llm/testing/scripted-model-server";
import type { Task } from "@wayfinder/protocol";
import { FOUR, goodAnswer, questionOf, type Question } from "./model-answers.ts";
import { modelEnv, startModelSystem, type ModelSystem } from "./model-system.ts";
import { until } from "./until.ts";

/** PL5: cancel ends spending within a second. */
const STOPS_WITHIN_MS = 1_000;
/** After a cancel, in which no call may begin: longer than a worker's poll and the first delays of a retry. Milliseconds. */
const QUIET_MS = 2_500;
const PATIENCE_MS = 20_000;

/** What the model holds back: its answer to a question, or the rest of it after so many events. */
interface Hold {
  readonly holds: (question: Question) => boolean;
  /** Default 0: not even the head is sent. */
  readonly after_events?: number;
}

let hold: Hold = { holds: () => false };
let overloaded = false;
let model: ScriptedModelServer;
let system: ModelSystem;
/** Opens what is held; most tests never do. */
let gate = Promise.withResolvers<void>();
const holdsAt = (request: ScriptedRequest, event: number) =>
  hold.holds(questionOf(request)) && event === (hold.after_events ?? 0);

const started = new AsyncDisposableStack();
before(async () => {
  model = started.use(
    await startScriptedModelServer({
      answer: (request) => {
        if (overloaded) return { status: 503, headers: { "retry-after": "1" } };
        const answer = goodAnswer(questionOf(request));
        return holdsAt(request, 0) ? gate.promise.then(() => answer) : answer;
      },
      pace: (event, request) => (holdsAt(request, event) ? gate.promise : Promise.resolve()),
    }),
  );
  system = started.use(await startModelSystem(modelEnv(model.base_url)));
});
after(() => started.disposeAsync());
afterEach(() => {
  hold = { holds: () => false };
  overloaded = false;
  gate = Promise.withResolvers();
});

const calls = (goal: string): number => model.requests.filter((request) => questionOf(request).goal === goal).length;

/** Cancels, and looks: every connection closed within a second, no call for the goal after that, one final event. */
async function cancelStops(task_id: string, goal: string): Promise<Task> {
  const { guest } = system;
  const at = performance.now();
  const cancelled = await guest.ask<Task>(`/api/v1/tasks/${task_id}/cancel`, {});
  assert.equal(cancelled.status, "cancelled");
  await until("no call in flight", STOPS_WITHIN_MS - (performance.now() - at), () => model.inFlight() === 0);
  const made = calls(goal);
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  assert.equal(calls(goal), made, "no call begins after a cancel");
  const log = await guest.log(task_id);
  assert.deepEqual(
    log.filter((event) => "final" in event).map(({ type }) => type),
    ["cancelled"],
  );
  assert.equal(log.at(-1)?.type, "cancelled");
  return guest.task(task_id);
}

/** Starts a generation whose model holds something back, and resolves when that many calls hang. */
async function hanging(goal: string, held: Hold, in_flight = 1): Promise<string> {
  hold = held;
  const { task_id } = await system.guest.generate(goal);
  await until(`${in_flight} calls that hang`, PATIENCE_MS, () => model.inFlight() === in_flight);
  return task_id;
}

test("PL5 cancelled while the first question waits for its answer: the connection closes within a second", async () => {
  const task_id = await hanging("goal in intent", { holds: ({ about }) => about === "intent" });
  const { usage } = await cancelStops(task_id, "goal in intent");
  assert.equal(usage.unconfirmed?.calls, 1, "what was in flight may have been billed");
});

test("PL5 cancelled while the outline streams: the connection closes within a second", async () => {
  const task_id = await hanging("goal in outline", { holds: ({ about }) => about === "outline", after_events: 60 });
  await system.guest.untilLog(task_id, (log) => log.some(({ type }) => type === "outline_delta"));
  await cancelStops(task_id, "goal in outline");
});

test("PL5 cancelled under the critic: the connection closes within a second", async () => {
  await cancelStops(await hanging("goal in critique", { holds: ({ about }) => about === "critique" }), "goal in critique");
});

test("PL5 cancelled with eight units in flight: all eight connections close within a second, no other unit begins", async () => {
  const goal = "goal in content";
  const task_id = await hanging(goal, { holds: ({ concept }) => concept !== null, after_events: 4 }, 8);
  const { usage } = await cancelStops(task_id, goal);
  assert.equal(usage.unconfirmed?.calls, 8);
  assert.equal(calls(goal), 3 + 8);
});

test("PL5 cancelled while it waits for a review: nothing is spent any more, and nothing can be approved", async () => {
  const { guest } = system;
  const goal = "goal in review";
  const { task_id } = await guest.generate(goal, { review: true });
  await guest.untilLog(task_id, (log) => log.some(({ type }) => type === "human_review_required"));
  const { version } = await guest.roadmap(await guest.task(task_id));
  await cancelStops(task_id, goal);
  const late = await guest.send(`/api/v1/tasks/${task_id}/review`, { decision: "approve", version });
  assert.equal(late.status, 409);
});

test("PL5 cancelled in the pause before another try: that try is never made", async () => {
  const { guest } = system;
  overloaded = true;
  const goal = "goal in backoff";
  const { task_id } = await guest.generate(goal);
  await until("a refusal", PATIENCE_MS, () => calls(goal) === 1 && model.inFlight() === 0);
  await cancelStops(task_id, goal);
});

test("PL5 cancelled while paused, calls still running: they close within a second, what waited never begins", async () => {
  const { guest } = system;
  const goal = "goal in pause";
  const task_id = await hanging(goal, { holds: ({ concept }) => concept !== null }, 8);
  await guest.ask(`/api/v1/tasks/${task_id}/pause`, {});
  await cancelStops(task_id, goal);
  assert.equal(calls(goal), 3 + 8);
});

test("PL5 paused: what runs finishes, nothing new begins, not even after a restart; resumed, the rest is written", async () => {
  const { guest } = system;
  const goal = "goal that rests";
  const task_id = await hanging(goal, { holds: ({ concept }) => concept !== null }, 8);
  await guest.ask(`/api/v1/tasks/${task_id}/pause`, {});
  hold = { holds: () => false };
  gate.resolve();
  await guest.untilLog(task_id, (log) => log.filter(({ type }) => type === "concept_complete").length === 8);
  await system.restart();
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  assert.equal(calls(goal), 3 + 8, "nothing new begins");
  assert.equal((await guest.task(task_id)).paused?.reason, "user");
  await guest.ask(`/api/v1/tasks/${task_id}/resume`, {});
  const task = await guest.ended(task_id);
  assert.deepEqual([task.status, task.failed_units], ["completed", []]);
  assert.equal(calls(goal), 3 + 3 * FOUR.length, "each question once");
});

test("PL5 cancelled while it is queued: a worker that comes later asks nothing", async () => {
  const goal = "goal in the queue";
  await system.restart({ ROLE: "api" });
  const { task_id } = await system.guest.generate(goal);
  assert.equal((await system.guest.task(task_id)).status, "queued");
  await system.guest.ask(`/api/v1/tasks/${task_id}/cancel`, {});
  await system.restart();
  await cancelStops(task_id, goal);
  assert.equal(calls(goal), 0);
});
