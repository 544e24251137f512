import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { EventPage, Task, TaskCreated, TaskEvent } from "@wayfinder/protocol";
import { embeddedSql, postmasterPid } from "./embedded-sql.ts";
import { freePort } from "./free-port.ts";
import { startServerProcess, type ServerProcess } from "./server-process.ts";
import { until } from "./until.ts";
import { watchTask } from "./watch-task.ts";

/** Kills that hit a running step; the issue asks for twenty. */
const HITS = 20;
/** A generation takes a few hundred milliseconds, so a kill within this time of its start falls inside it. */
const WITHIN_MS = 150;
const TASKS_PER_KILL = 4;
/** The supervisor starts a killed database again within seconds. */
const READY_MS = 60_000;

let data_dir: string;
let env: Record<string, string>;
let base: string;
let server: ServerProcess;
let cookie = "";

before(async () => {
  data_dir = await mkdtemp(join(tmpdir(), "wayfinder-crash-"));
  const port = await freePort();
  env = { DATA_DIR: data_dir, API_PORT: String(port) };
  base = `http://127.0.0.1:${port}`;
  server = await startServerProcess(env);
  await ask("/api/v1/session", {});
});
after(async () => {
  await server.end("SIGTERM");
  await rm(data_dir, { recursive: true });
});

async function ask<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(base + path, {
    method: body ? "POST" : "GET",
    headers: { cookie, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
  assert.ok(response.ok, `${path}: ${response.status} ${await response.clone().text()}`);
  return (await response.json()) as T;
}

const GOALS = ["learn react", "learn pandas", "learn git", "learn typescript", "学 python"];
const generate = (n: number) =>
  ask<TaskCreated>("/api/v1/roadmaps/generate", {
    goal: GOALS[n % GOALS.length],
    level: "beginner",
    hours_per_week: 5,
    language: n % 2 ? "en" : "zh",
  });

/** The whole log, and the task once it has ended. */
async function ended(task_id: string): Promise<{ task: Task; log: TaskEvent[] }> {
  for (let after = 0; ;) {
    const task = await ask<Task>(`/api/v1/tasks/${task_id}`);
    if (["completed", "failed", "cancelled"].includes(task.status)) {
      const { events } = await ask<EventPage>(`/api/v1/tasks/${task_id}/events?limit=10000`);
      return { task, log: events };
    }
    after = (await ask<EventPage>(`/api/v1/tasks/${task_id}/events?after=${task.head}&wait=5&limit=1`)).head;
    assert.ok(after >= 0);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test(`PL1 ${HITS} SIGKILLs that hit running steps: every task completes, no finished step runs twice, no watcher misses an event`, async () => {
  const tasks: string[] = [];
  const watchers: { task_id: string; watcher: ReturnType<typeof watchTask> }[] = [];
  let hits = 0;
  let kills = 0;
  for (; hits < HITS && kills < HITS * 5; kills += 1) {
    const made = await Promise.all(Array.from({ length: TASKS_PER_KILL }, (_, i) => generate(kills + i)));
    tasks.push(...made.map((m) => m.task_id));
    const watched = made[0]!;
    watchers.push({ task_id: watched.task_id, watcher: watchTask({ url: watched.links.ws, task_id: watched.task_id, cookie }) });
    await pause(randomInt(WITHIN_MS));
    await server.end("SIGKILL");
    const sql = await embeddedSql(data_dir);
    const { rows } = await sql.query<{ running: number }>("select count(*)::int as running from step where status = 'running'");
    await sql.end();
    if ((rows[0]?.running ?? 0) > 0) hits += 1;
    server = await startServerProcess(env);
  }
  console.log(`${kills} kills, ${hits} of them hit running steps; ${tasks.length} tasks, ${watchers.length} watchers`);
  assert.ok(hits >= HITS, `only ${hits} of ${kills} kills hit a running step`);

  for (const task_id of tasks) {
    const { task, log } = await ended(task_id);
    assert.equal(task.status, "completed", JSON.stringify(task));
    assert.deepEqual(
      log.map((e) => e.seq),
      Array.from({ length: log.length }, (_, i) => i + 1),
    );
    assert.equal(log.filter((e) => "final" in e).length, 1);
  }
  for (const { task_id, watcher } of watchers) {
    const delivered = await watcher.done;
    const { log } = await ended(task_id);
    assert.deepEqual(delivered, log, "the watcher delivered exactly the log");
  }
  const sql = await embeddedSql(data_dir);
  const twice = await sql.query(
    "select task_id, path from attempt where outcome = 'completed' group by 1, 2 having count(*) > 1",
  );
  const lost = await sql.query("select 1 from attempt where outcome = 'lost'");
  await sql.end();
  assert.deepEqual(twice.rows, []);
  assert.ok(lost.rows.length >= HITS, `${lost.rows.length} attempts were lost and made again`);
});

test("PL1 the database's postmaster is killed during generations: every task completes", async () => {
  for (let kill = 0; kill < 3; kill += 1) {
    const made = await Promise.all(Array.from({ length: TASKS_PER_KILL }, (_, i) => generate(kill + i)));
    await pause(randomInt(WITHIN_MS));
    process.kill(await postmasterPid(data_dir), "SIGKILL");
    await untilReady();
    for (const { task_id } of made) {
      const { task, log } = await ended(task_id);
      assert.equal(task.status, "completed");
      assert.deepEqual(
        log.map((e) => e.seq),
        Array.from({ length: log.length }, (_, i) => i + 1),
      );
    }
  }
});

/** Asks until the server says it can serve. */
const untilReady = () =>
  until(`a server that serves\n${server.output()}`, READY_MS, async () => {
    const { status } = await fetch(`${base}/api/v1/ready`);
    return status === 200 && (await fetch(`${base}/api/v1/tasks`, { headers: { cookie } })).ok;
  });
