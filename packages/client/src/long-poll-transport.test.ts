import assert from "node:assert/strict";
import { test } from "node:test";
import { longPollTransport } from "./long-poll-transport.ts";
import { FakeClock } from "./testing/fake-clock.ts";
import { FakeFetch, type FakeAnswer } from "./testing/fake-fetch.ts";
import { heard } from "./testing/heard.ts";
import { completed, EPOCH, heartbeat, live, progress, progresses, TASK } from "./testing/messages.ts";

const LOG = `http://localhost:8000/api/v1/tasks/${TASK}/events`;
const settle = () => new Promise((resolve) => setImmediate(resolve));

const page = (events: readonly object[], head: number, epoch = EPOCH): FakeAnswer => ({
  status: 200,
  body: { events, head, epoch },
});

/** Polls answered one after the other; when the answers are used up, the server keeps silent. */
function polling(answers: readonly FakeAnswer[], { place = "", status = "running" } = {}) {
  const clock = new FakeClock();
  const left = [...answers];
  const http = new FakeFetch(({ url }) =>
    url.includes("/events") ? (left.shift() ?? "silent") : { status: 200, body: { task_id: TASK, status } },
  );
  const { lines, handlers } = heard();
  const connection = longPollTransport({ fetch: http.fetch, clock }).open({ url: LOG + place, protocols: [] }, handlers);
  /** The queries of the polls so far. */
  const queries = () => http.requests.slice(1).map(({ url }) => new URL(url).search);
  return { clock, http, lines, connection, queries };
}

/** What `connected` said of the place: where it begins and why. */
const places = (lines: readonly unknown[]) =>
  lines.flatMap((line) => {
    const { type, from, resume, status } = line as Record<string, unknown>;
    return type === "connected" ? [[from, resume, status]] : [];
  });

test("CL8 long polls bring what a socket would: connected, the history, live, events, heartbeats", async () => {
  const run = polling([page(progresses(1, 2), 3), page([progress(3)], 3), page([progress(4)], 4), page([], 4)]);
  await settle();
  run.clock.advance(250);
  await settle();
  run.clock.advance(250);
  await settle();
  const [opened, hello, ...rest] = run.lines;
  assert.deepEqual([opened, places([hello])], ["opened", [[1, "fresh", "running"]]]);
  assert.deepEqual(rest, [progress(1), progress(2), progress(3), live(3), progress(4), heartbeat(4), heartbeat(4)]);
  assert.deepEqual(run.queries(), [
    "?after=0",
    `?after=2&epoch=${EPOCH}`,
    `?after=3&epoch=${EPOCH}&wait=25`,
    `?after=4&epoch=${EPOCH}&wait=25`,
  ]);
});

test("CL8 it goes on from its cursor, in its epoch", async () => {
  const run = polling([page([progress(8)], 8)], { place: `?after=7&epoch=${EPOCH}` });
  await settle();
  assert.deepEqual([places(run.lines), run.queries()], [[[8, "ok", "running"]], [`?after=7&epoch=${EPOCH}`]]);
});

test("HS7 another epoch, or a place beyond the head, begins again", async () => {
  for (const place of ["?after=7&epoch=other", `?after=9&epoch=${EPOCH}`]) {
    const run = polling([page(progresses(1, 8), 8)], { place });
    await settle();
    assert.deepEqual(places(run.lines), [[1, "reset", "running"]]);
  }
});

test("CL8 a log that becomes another one ends the connection: the next one is reset", async () => {
  for (const other of [page([progress(1)], 5, "restored"), page([progress(1)], 1)]) {
    const run = polling([page(progresses(1, 2), 2), other]);
    await settle();
    run.clock.advance(250);
    await settle();
    assert.deepEqual(run.lines.slice(2), [progress(1), progress(2), live(2), 1005]);
  }
});

test("CL8 after the final event nothing is asked", async () => {
  const run = polling([page([progress(1), completed(2)], 2)]);
  await settle();
  assert.deepEqual([run.lines.slice(2), run.http.under_way], [[progress(1), completed(2), live(2), 1005], 0]);
});

test("CL8 it tells whether the task has ended, which a page does not", async () => {
  const run = polling([page([], 3)], { place: `?after=3&epoch=${EPOCH}`, status: "completed" });
  await settle();
  assert.deepEqual(places(run.lines), [[4, "ok", "completed"]]);
});

test("CL4 a server that does not wait is asked at most once a second; one that repeats itself, too", async () => {
  for (const idle of [page([], 2), page(progresses(1, 2), 2), page([], 5)]) {
    const run = polling([page(progresses(1, 2), 2), ...Array.from({ length: 50 }, () => idle)]);
    for (let i = 0; i < 400; i++) {
      await settle();
      run.clock.advance(25);
    }
    assert.ok(run.queries().length <= 12, `${run.queries().length} polls in 10 s`);
  }
});

for (const [what, answer] of [
  ["an error", { status: 503 }],
  ["a page of something else", { status: 200, body: "<h1>Hello</h1>" }],
  ["no page of a log", { status: 200, body: { events: 1 } }],
  ["nobody", "unreachable"],
] as readonly (readonly [string, FakeAnswer])[]) {
  test(`CL8 ${what} is a connection that never opened, or is lost`, async () => {
    const never = polling([answer]);
    const lost = polling([page([], 0), answer]);
    await settle();
    lost.clock.advance(1_000);
    await settle();
    assert.deepEqual([never.lines, lost.lines.at(-1)], [[1006], 1006]);
  });
}

test("CL9 after close() nothing is heard, and no request or timer is left, wherever it is closed", async () => {
  for (const answers of [[], [page([], 0)], [page([progress(1)], 9), "silent" as const]]) {
    const run = polling(answers);
    await settle();
    const before = run.lines.length;
    run.connection.close();
    await settle();
    assert.deepEqual([run.lines.length, run.http.under_way, run.clock.pending], [before, 0, 0]);
  }
});
