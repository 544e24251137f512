import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { BENCH_USER } from "@wayfinder/engine";
import type { TaskEvent } from "@wayfinder/protocol";
import type { Browser, Page } from "playwright-core";
import { compareWithLog } from "../faults/oracle.ts";
import { noViolations } from "../faults/violations.ts";
import { newPerson, openBrowser } from "./browser.ts";
import { embeddedSql } from "./embedded-sql.ts";
import { longLog } from "./long-log.ts";
import { liveMemoryOf, liveMemoryOption } from "./live-memory.ts";
import { memoryOf, resetPeak } from "./peak-memory.ts";
import { startStack, type Stack } from "./stack.ts";
import { until } from "./until.ts";
import { watchTask } from "./watch-task.ts";
import { WORDS } from "./words.ts";

const LONG = { task_id: "long", events: 100_000 };
/** What a quarter of it costs is known before: whatever grows with the log grows after it. */
const SHORT = { task_id: "short", events: 25_000 };
/** Lines of one request. */
const CHUNK = 1_000;
const LATE_WATCHERS = 2;
const SECRET = "long-task";
const MIB = 2 ** 20;
/** Ready frames of all tasks have 64 MiB in a process (SD2); the rest is garbage that is not collected while there is room: 30 to 100 MiB. */
const SERVER_GROWTH_BYTES = 160 * MIB;
/** What is not garbage while all watch: the run of a task has at most 1 MiB (SD2), and one that kept its log would have 20. */
const KEPT_BYTES = 6 * MIB;
/** The page with its outline and 2.5 MB of text takes 13 MiB; the events of the whole log would take 30 more. */
const PAGE_HEAP_BYTES = 32 * MIB;
/** Beyond it, the page hangs. Milliseconds. */
const CAUGHT_UP_MS = 120_000;

const inMib = (bytes: number): string => (bytes / MIB).toFixed(1);

let memory_dir: string;
let stack: Stack;
let browser: Browser;
const started = new AsyncDisposableStack();
before(async () => {
  memory_dir = await mkdtemp(join(tmpdir(), "wayfinder-memory-"));
  started.defer(() => rm(memory_dir, { recursive: true }));
  const env = { BENCH: "1", NODE_OPTIONS: liveMemoryOption(memory_dir) };
  stack = started.use(await startStack({ env }));
  browser = started.use(await openBrowser());
});
after(() => started.disposeAsync());

async function append(task_id: string, events: readonly object[]): Promise<void> {
  for (let at = 0; at < events.length; at += CHUNK) {
    const lines = events.slice(at, at + CHUNK).map((event) => `${task_id} ${JSON.stringify(event)}\n`);
    const request = { method: "POST", headers: { "content-type": "text/plain" }, body: lines.join("") };
    assert.equal((await fetch(`${stack.api_url}/bench/append`, request)).status, 202);
  }
}

/** The log as the table has it. */
async function readTable(task_id: string): Promise<TaskEvent[]> {
  const sql = await embeddedSql(stack.place.data_dir);
  const { rows } = await sql.query<{ seq: string; at: Date; body: string }>(
    "select seq, at, body from task_event where task_id = $1 order by seq",
    [task_id],
  );
  await sql.end();
  return rows.map((row) => ({ ...JSON.parse(row.body), task_id, seq: Number(row.seq), at: row.at.toISOString() }));
}

/** The tasks of the measuring route belong to nobody who could sign in, so a session is made for their owner. */
async function signIn(): Promise<void> {
  const sql = await embeddedSql(stack.place.data_dir);
  const hash = createHash("sha256").update(SECRET).digest("hex");
  await sql.query("insert into session (token_hash, user_id) values ($1, $2)", [hash, BENCH_USER]);
  await sql.end();
}

const watch = (task_id: string) => {
  const url = `${stack.api_url.replace("http", "ws")}/api/v1/ws/${task_id}?include_history=true`;
  return watchTask({ url, task_id, cookie: `wayfinder_session=${SECRET}` });
};

interface Written {
  readonly delivered: TaskEvent[][];
  /** What the API's process could not do without while all of them watched and had all but the last event, in bytes. */
  readonly live: number;
}

/** Appends a log while one watches from its beginning and others come late; all stay to its end. */
async function writeAndWatch({ task_id, events }: typeof LONG, pid: number): Promise<Written> {
  const log = longLog(events);
  await append(task_id, log.slice(0, 1));
  const watches = [watch(task_id)];
  await append(task_id, log.slice(1, -1));
  watches.push(...Array.from({ length: LATE_WATCHERS }, () => watch(task_id)));
  await until("all but the last event", CAUGHT_UP_MS, () => watches.every((one) => one.count() >= events - 1));
  const live = await liveMemoryOf(pid, memory_dir);
  await append(task_id, log.slice(-1));
  return { delivered: await Promise.all(watches.map(({ done }) => done)), live };
}

test("SD2 SD4 100 000 events in one task: the server's memory does not grow with the log, and whoever comes late gets all", async () => {
  await append(SHORT.task_id, [{ type: "attempt_started", unit: "first", attempt: 1 }]);
  await signIn();
  const pid = stack.pidOf("api") ?? 0;
  const short = await writeAndWatch(SHORT, pid);
  resetPeak(pid);
  const before_bytes = memoryOf(pid).now;
  const long = await writeAndWatch(LONG, pid);
  const [grown, kept] = [memoryOf(pid).peak - before_bytes, long.live - short.live];
  console.log(
    `API process: ${inMib(before_bytes)} MiB after ${SHORT.events} events, ${inMib(grown)} MiB more at most; ` +
      `live ${inMib(short.live)} MiB, with ${LONG.events} events ${inMib(kept)} MiB more`,
  );
  const table = await readTable(LONG.task_id);
  assert.equal(table.length, LONG.events);
  for (const events of long.delivered) assert.deepEqual(compareWithLog(events, table, true), noViolations());
  assert.ok(kept < KEPT_BYTES, `${kept} bytes are kept`);
  assert.ok(grown < SERVER_GROWTH_BYTES, `${grown} bytes`);
});

/** A page on which lines of text cost nothing: automation is told of each, which takes longer than all the rest. Long pauses are kept. */
async function openPage(): Promise<Page> {
  const person = await newPerson(browser);
  await person.addCookies([{ name: "wayfinder_session", value: SECRET, url: stack.web_url }]);
  const page = await person.newPage();
  await page.addInitScript(`
    console.debug = () => {};
    window.pauses = [];
    new PerformanceObserver((list) => window.pauses.push(...list.getEntries().map((one) => one.duration)))
      .observe({ type: "longtask", buffered: true });`);
  return page;
}

test("CL2 MS3 a page that comes late to 100 000 events stays responsive, shows the end, and keeps its memory bounded", async () => {
  const page = await openPage();
  const began = performance.now();
  await page.goto(`${stack.web_url}/app/tasks/${LONG.task_id}`);
  await page.getByText("Catching up…").first().waitFor();
  const clicked = performance.now();
  await page.getByRole("button", { name: "Open timeline" }).click();
  await page.getByRole("button", { name: "Write" }).click();
  await page.getByRole("button", { name: "Write", pressed: true }).waitFor();
  const handled = performance.now();
  const was_catching_up = (await page.getByText("Catching up…").count()) > 0;
  await page.getByRole("heading", { name: WORDS.en.ready }).waitFor({ timeout: CAUGHT_UP_MS });
  const caught_up = performance.now();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  const pauses = await page.evaluate<number[]>("window.pauses");
  console.log(
    `Page: two clicks handled in ${Math.round(handled - clicked)} ms${was_catching_up ? " while it caught up" : ""}, ` +
      `all there after ${((caught_up - began) / 1_000).toFixed(1)} s, longest pause ${Math.round(Math.max(0, ...pauses))} ms, ` +
      `heap ${(usedSize / MIB).toFixed(1)} MiB`,
  );
  assert.ok(usedSize < PAGE_HEAP_BYTES, `${usedSize} bytes`);
});
