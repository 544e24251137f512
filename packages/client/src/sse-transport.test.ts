import assert from "node:assert/strict";
import { test } from "node:test";
import { sseTransport } from "./sse-transport.ts";
import { FakeFetch, type FakeAnswer } from "./testing/fake-fetch.ts";
import { fakeStream, type FakeStream } from "./testing/fake-stream.ts";
import { heard } from "./testing/heard.ts";
import { connected, progress, TASK } from "./testing/messages.ts";

const LOG = `http://localhost:8000/api/v1/tasks/${TASK}/events`;
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A transport whose server is the test. `ack` answers acks. */
function streaming({ url = LOG, cut = 7, ack }: { url?: string; cut?: number; ack?: () => FakeAnswer } = {}) {
  let stream: FakeStream | undefined;
  let hung_up = false;
  const http = new FakeFetch(({ init }) => {
    if (init.method === "POST") return ack?.() ?? { status: 204, body: "" };
    stream = fakeStream({ signal: init.signal as AbortSignal, cut, hungUp: () => (hung_up = true) });
    return stream.response;
  });
  const told = heard();
  const connection = sseTransport(http.fetch).open({ url, protocols: [] }, told.handlers);
  const server = stream?.handlers;
  assert.ok(server);
  return { http, connection, server, lines: told.lines, hungUp: () => hung_up };
}

test("CL8 a stream brings the messages of a socket, cut anywhere, also within a character", async () => {
  const run = streaming({ cut: 1 });
  run.server.opened();
  for (const message of [connected(), progress(1, "寻路")]) run.server.message(JSON.stringify(message));
  run.server.closed(1005);
  await settle();
  assert.deepEqual(run.lines, ["opened", connected(), progress(1, "寻路"), 1005]);
});

test("CL8 it asks with the session, past caches, for what follows the last event: Last-Event-ID is epoch:seq", () => {
  const { init } = streaming({ url: `${LOG}?after=7&epoch=e-1` }).http.requests[0] ?? {};
  const { credentials, cache, headers } = init ?? {};
  assert.deepEqual(
    [credentials, cache, headers],
    ["include", "no-store", { Accept: "text/event-stream", "Last-Event-ID": "e-1:7" }],
  );
});

test("CL8 half a place is no Last-Event-ID", () => {
  for (const url of [LOG, `${LOG}?after=7`]) {
    assert.deepEqual(streaming({ url }).http.requests[0]?.init.headers, { Accept: "text/event-stream" });
  }
});

test("CL8 a stream that breaks is a lost connection", async () => {
  const run = streaming();
  run.server.opened();
  run.server.closed(1006);
  await settle();
  assert.deepEqual(run.lines, ["opened", 1006]);
});

const PAGE = { status: 200, headers: { "Content-Type": "text/html" }, body: "<h1>Hello</h1>" };
for (const [what, answer] of [
  ["an error", { status: 503 }],
  ["a page", PAGE],
  ["nobody", "unreachable"],
] as readonly (readonly [string, FakeAnswer])[]) {
  test(`CL8 ${what} is a connection that never opened`, async () => {
    const { lines, handlers } = heard();
    const http = new FakeFetch(() => answer);
    sseTransport(http.fetch).open({ url: LOG, protocols: [] }, handlers);
    await settle();
    assert.deepEqual(lines, [1006]);
  });
}

test("CL9 after close() the request is aborted and nothing is heard", async () => {
  const run = streaming();
  run.server.opened();
  run.server.message(JSON.stringify(connected()));
  await settle();
  run.server.message(JSON.stringify(progress(1)));
  run.connection.close();
  await settle();
  assert.deepEqual([run.lines, run.hungUp(), run.http.under_way], [["opened", connected()], true, 0]);
});

test("CL9 closed before the answer, it says nothing at all", async () => {
  const run = streaming();
  run.connection.close();
  await settle();
  assert.deepEqual([run.lines, run.hungUp(), run.http.under_way], [[], true, 0]);
});

const ack = (seq: number): string => JSON.stringify({ type: "ack", seq });
const acksOf = (http: FakeFetch) =>
  http.requests
    .filter(({ init }) => init.method === "POST")
    .map(({ url, init }) => [url, JSON.parse(String(init.body)) as unknown]);

test("CL13 SD9 what was delivered is told to the stream that `connected` named, one request at a time, the latest number each", async () => {
  const answers: ((answer: Response) => void)[] = [];
  const run = streaming({
    url: `${LOG}?after=7&epoch=e`,
    ack: () => new Promise<Response>((resolve) => answers.push(resolve)),
  });
  run.server.opened();
  run.server.message(JSON.stringify(connected({ stream: "s-1" })));
  await settle();
  for (const seq of [8, 9, 10]) run.connection.send(ack(seq));
  run.connection.send(JSON.stringify({ type: "ping" }));
  for (const answer of [new Response(null, { status: 204 }), new Response("{}", { status: 503 })]) {
    await settle();
    answers.shift()?.(answer);
  }
  await settle();
  const told = [8, 10].map((seq) => [`${LOG}/ack`, { stream: "s-1", seq }]);
  assert.deepEqual([acksOf(run.http), run.http.under_way], [told, 0]);
  run.connection.send(ack(12));
  await settle();
  assert.equal(run.http.under_way, 1);
  run.connection.close();
  await settle();
  assert.deepEqual([run.http.under_way, acksOf(run.http).length], [0, 3]);
});

test("CL13 SD9 an ack that is lost is not repeated, and a server that names no stream hears none", async () => {
  const named = streaming({ ack: () => "unreachable" });
  named.server.opened();
  named.server.message(JSON.stringify(connected({ stream: "s-1" })));
  const unnamed = streaming();
  unnamed.server.opened();
  unnamed.server.message("no message");
  unnamed.server.message(JSON.stringify(connected()));
  await settle();
  for (const { connection } of [named, unnamed]) connection.send(ack(1));
  await settle();
  named.connection.send(ack(2));
  await settle();
  assert.deepEqual([acksOf(named.http).length, acksOf(unnamed.http).length, named.lines.length], [2, 0, 2]);
});
