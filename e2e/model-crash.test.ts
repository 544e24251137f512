import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { startScriptedModelServer, type ScriptedRequest } from "@wayfinder/llm/testing/scripted-model-server";
import type { TaskEvent } from "@wayfinder/protocol";
import { embeddedSql } from "./embedded-sql.ts";
import { goodAnswer, questionOf } from "./model-answers.ts";
import { modelEnv, startModelSystem } from "./model-system.ts";
import { until } from "./until.ts";

/** Kills that hit running model steps; the issue asks for thirty. */
const HITS = 30;
/** Before each event of an answer. Milliseconds. */
const PACE_MS = 4;
/** An outline then takes some 200 ms and a tutorial 60, so that kills fall into calls and calls still come to their end. Characters. */
const CHUNK = 48;
/** A kill falls so long after calls were seen in flight. Milliseconds. */
const WITHIN_MS = 300;
/** How many tasks are under way at once. */
const TASKS = 2;
/** Until a started server has a call in flight again. Milliseconds. */
const BUSY_MS = 20_000;

/** A question as the model server saw it: when it came, and whether its answer was sent to the end before any kill. */
interface Asked {
  readonly question: string;
  readonly at: number;
  state: "open" | "whole" | "cut";
}

/** The same name for a question on both sides: goal, what is asked for, and the concept. */
const nameOf = (goal: string, about: string, concept: string | null): string => `${goal} | ${about} | ${concept ?? "-"}`;

function questionName(request: ScriptedRequest): string {
  const { goal, about, concept } = questionOf(request);
  return nameOf(goal, about, concept && concept.toLowerCase().replaceAll(" ", "-"));
}

/** A row of the journal of calls. */
interface CallRow {
  readonly question: string;
  readonly status: string;
  readonly possibly_billed: boolean;
  readonly ended_at: Date | null;
}

const CALLS = `select t.goal->>'goal' || ' | ' || case c.role when 'analyst' then 'intent' when 'architect' then 'outline'
    when 'critic' then 'critique' when 'writer' then 'tutorial' when 'researcher' then 'resources' when 'examiner' then 'quiz' else c.role end
    || ' | ' || case when c.path like 'content/%' then split_part(c.path, '/', 2) else '-' end as question,
    c.status, c.possibly_billed, c.ended_at
  from model_call c join task t using (task_id) where t.goal->>'goal' = any($1)`;

test(`PL1 PL2 ${HITS} SIGKILLs into running calls: nothing answered is paid for again, what was in flight counts as possibly billed, reviews wait`, async () => {
  const asked = new Map<number, Asked>();
  await using model = await startScriptedModelServer({
    answer: (request) => {
      asked.set(request.index, { question: questionName(request), at: Date.now(), state: "open" });
      return goodAnswer(questionOf(request));
    },
    chunk_chars: CHUNK,
    pace: () => delay(PACE_MS),
    ended: ({ request, whole }) => {
      const one = asked.get(request.index);
      if (one?.state === "open") one.state = whole ? "whole" : "cut";
    },
  });
  await using system = await startModelSystem(modelEnv(model.base_url));
  const { guest } = system;
  const goals = new Map<string, string>();
  const begin = async (goal: string, more: object = {}) => {
    const { task_id } = await guest.generate(goal, more);
    goals.set(task_id, goal);
    return task_id;
  };
  const waiting = await begin("Bake for guests", { review: true });
  await guest.untilLog(waiting, (log) => log.some(({ type }) => type === "human_review_required"));

  const open: string[] = [];
  for (let hits = 0; hits < HITS;) {
    for (const task_id of open.splice(0)) if ((await guest.task(task_id)).status !== "completed") open.push(task_id);
    while (open.length < TASKS) open.push(await begin(`Bake bread no. ${goals.size}`));
    await until("calls in flight", BUSY_MS, () => model.inFlight() > 0);
    await delay(randomInt(WITHIN_MS));
    if (model.inFlight() === 0) continue; // between two calls: no hit, so no kill
    // what is still on its way now reaches nobody, even if the rest of it can be written into the dead connection
    for (const one of asked.values()) if (one.state === "open") one.state = "cut";
    await system.kill();
    hits += 1;
    await system.restart();
  }

  const before = await guest.task(waiting);
  assert.equal(before.status, "waiting_for_review", "a review outlives every kill");
  const version = (await guest.roadmap(before)).version;
  const approve = () => guest.send(`/api/v1/tasks/${waiting}/review`, { decision: "approve", version });
  const answers = (await Promise.all([approve(), approve()])).map(({ status }) => status);
  assert.deepEqual(answers.toSorted(), [200, 409], "a double click is one decision");

  const logs = new Map<string, readonly TaskEvent[]>();
  let unconfirmed = 0;
  for (const task_id of goals.keys()) {
    const task = await guest.ended(task_id);
    assert.equal(task.status, "completed", JSON.stringify(task));
    assert.deepEqual(task.failed_units, []);
    unconfirmed += task.usage.unconfirmed?.calls ?? 0;
    const log = await guest.log(task_id);
    logs.set(task_id, log);
    assert.deepEqual(
      log.map((event) => event.seq),
      log.map((_, at) => at + 1),
      "numbers without a gap",
    );
    assert.equal(log.filter((event) => "final" in event).length, 1);
  }
  const decisions = logs.get(waiting)?.filter(({ type }) => type === "human_review_resolved");
  assert.equal(decisions?.length, 1);

  const sql = await embeddedSql(system.data_dir);
  const { rows } = await sql.query<CallRow>(CALLS, [[...goals.values()]]);
  await sql.end();
  const kept = rows.filter(({ status }) => status === "finished");
  const lost = rows.filter(({ status }) => status !== "finished");
  const requests = [...asked.values()];
  const whole = requests.filter(({ state }) => state === "whole").length;
  console.log(
    `${HITS} kills, all into running calls; ${goals.size} tasks, ${rows.length} calls journalled, ${requests.length} requests at the model: ` +
      `${kept.length} kept, ${lost.length} possibly billed (${requests.length - whole} cut off, ${whole - kept.length} whole but not stored)`,
  );
  assert.equal(unconfirmed, lost.length, "the tasks' usage tells of each call that may have been billed");
  assert.ok(lost.every(({ status, possibly_billed }) => (status === "lost" || status === "failed") && possibly_billed));
  for (const question of new Set(requests.map((one) => one.question))) {
    const [answer, ...more] = kept.filter((row) => row.question === question);
    assert.ok(answer?.ended_at, `${question} was answered and kept`);
    assert.deepEqual(more, [], `${question} was paid for once`);
    const times = requests.filter((one) => one.question === question);
    const again = times.filter(({ at }) => at > (answer.ended_at?.getTime() ?? 0));
    assert.deepEqual(again, [], `${question} was asked again after its answer had been kept`);
    const journalled = rows.filter((row) => row.question === question);
    assert.ok(times.length <= journalled.length, `each request for ${question} was written down before it was made`);
  }
});
