import assert from "node:assert/strict";
import { test } from "node:test";
import { connected, live, progress, TASK, URL_OF_TASK } from "./testing/messages.ts";
import type { FakeAnswer, FakeRequest } from "./testing/fake-fetch.ts";
import { WatchedChannel } from "./testing/watched-channel.ts";

const SIGNED = { "X-Task-Channel": "1" };

/** Every dial fails before it opens; HTTP answers as told. */
const shut = (answer: FakeAnswer | ((request: FakeRequest) => FakeAnswer), url?: string): WatchedChannel =>
  new WatchedChannel({
    dial: (connection) => queueMicrotask(() => connection.end(1006)),
    answer: typeof answer === "function" ? answer : () => answer,
    ...(url === undefined ? {} : { url }),
  });

test("CL5 a handshake that never opened is probed at the same address, with the session, without following redirects", async () => {
  const w = shut({ status: 404, headers: SIGNED });
  await w.until("failed");
  assert.equal(w.http.requests[0]?.url, URL_OF_TASK.replace("ws:", "http:"));
  const { credentials, redirect, cache } = w.http.requests[0]?.init ?? {};
  assert.deepEqual({ credentials, redirect, cache }, { credentials: "include", redirect: "manual", cache: "no-store" });
});

for (const [status, reason] of [
  [403, "not_yours"],
  [404, "no_such_task"],
  [410, "gone"],
] as const) {
  test(`CL5 a signed ${status} stops at once: ${reason}`, async () => {
    const w = shut({ status, headers: SIGNED });
    await w.until("failed");
    assert.deepEqual([w.connection.reason, w.transport.dials.length], [reason, 1]);
    assert.equal(w.lines.filter((line) => line.startsWith("error ")).length, 1);
    w.channel.retry();
    w.signals.tell("online");
    assert.deepEqual([w.transport.dials.length, w.leaks()["timers"], w.signals.listeners.size], [1, 0, 0]);
  });
}

test("CL5 a signed 401 refreshes the session once, then stops", async () => {
  const w = shut(({ init }) => (init.method === "POST" ? { status: 200 } : { status: 401, headers: SIGNED }));
  await w.until("failed");
  assert.equal(w.connection.reason, "not_signed_in");
  const posts = w.http.requests.filter(({ init }) => init.method === "POST");
  assert.deepEqual(
    posts.map(({ url, init }) => [url, init.credentials]),
    [["http://localhost:8000/api/v1/session", "include"]],
  );
  assert.equal(w.transport.dials.length, 2);
});

test("CL5 after a refresh that helped, a later 401 refreshes again", async () => {
  const w = new WatchedChannel({ answer: () => ({ status: 201 }) });
  for (let i = 0; i < 3; i++) {
    w.transport.last.open().end(4401);
    assert.equal(w.connection.state, "refreshing");
    await w.until("connecting");
    w.transport.last.open().say(connected({ resume: i === 0 ? "fresh" : "ok" }), live(0));
    w.clock.advance(10_000);
  }
  assert.equal(w.http.requests.length, 3);
});

test("CL5 a refresh that is refused stops; one that reaches nobody backs off and is not used up", async () => {
  const refused = new WatchedChannel({ answer: () => ({ status: 403 }) });
  refused.transport.last.open().end(4401);
  await refused.until("failed");
  assert.equal(refused.connection.reason, "not_signed_in");
  for (const answer of ["unreachable", "silent", { status: 503 }] as const) {
    const w = new WatchedChannel({ answer: () => answer });
    w.transport.last.open().end(4401);
    await w.until("backoff");
    await w.until("connecting");
    w.transport.last.open().end(4401);
    assert.equal(w.connection.state, "refreshing");
  }
});

test("CL5 5xx and 429 back off as long as Retry-After says", async () => {
  for (const status of [429, 502, 503]) {
    const w = shut({ status, headers: { "Retry-After": "25" } });
    await w.until("backoff");
    assert.equal((w.connection.next_try_at ?? 0) - w.clock.now(), 25_000);
  }
});

test("CL5 a Retry-After that is a date or absurd is no reason to wait for ever", async () => {
  for (const [value, wait] of [
    ["Wed, 21 Oct 2026 07:28:00 GMT", 100],
    ["999999", 3_600_000],
  ] as const) {
    const w = shut({ status: 503, headers: { "Retry-After": value } });
    await w.until("backoff");
    assert.equal((w.connection.next_try_at ?? 0) - w.clock.now(), wait);
  }
});

test("CL5 unreachable backs off within the budget, then is suspended", async () => {
  const w = shut("unreachable");
  await w.until("suspended");
  assert.ok(w.state.counters.dials <= 10);
  assert.equal(w.state.counters.gaps, 0);
});

test("CL5 a probe that never answers is given up after 8 s", async () => {
  const w = shut("silent");
  await w.until("probing");
  w.clock.advance(8_000);
  await w.settle();
  assert.deepEqual([w.connection.state, w.http.under_way], ["backoff", 0]);
});

const WRONG: readonly (readonly [string, FakeAnswer])[] = [
  ["HTML 200", { status: 200, body: "<html>" }],
  ["an unsigned 404", { status: 404 }],
  ["an unsigned 401", { status: 401 }],
  ["a redirect", { status: 302 }],
];
for (const [what, answer] of WRONG) {
  test(`CL6 ${what} means wrong_url: final within 3 dials and 15 s, said once`, async () => {
    const w = shut(answer, `ws://localhost:8000/ws/${TASK}?include_history=true`);
    const start = w.clock.now();
    await w.until("failed");
    const passed = w.clock.now() - start;
    assert.deepEqual([w.connection.reason, w.transport.dials.length], ["wrong_url", 3]);
    assert.ok(passed >= 10_000 && passed <= 15_000, String(passed));
    assert.equal(w.connection.url, `ws://localhost:8000/ws/${TASK}`);
    assert.equal(w.connection.right_path, `/api/v1/ws/${TASK}`);
    const said = w.lines.filter((line) => line.startsWith("error "));
    assert.deepEqual(said, [
      `error [WS] Stopped (wrong url): ws://localhost:8000/ws/${TASK}, the right path is /api/v1/ws/${TASK}`,
    ]);
  });
}

test("CL5 two suspicious answers prove nothing, however long they lie apart", async () => {
  const busy = { status: 503, headers: { "Retry-After": "30" } };
  let asked = 0;
  const w = shut(() => [{ status: 404 }, busy, { status: 404 }, busy][asked++] ?? "unreachable");
  await w.until("suspended");
  assert.ok(asked > 4);
});

test("CL6 clicks and signals do not make a wrong address cost more than 3 dials", async () => {
  const w = shut({ status: 404 });
  for (let i = 0; i < 200 && w.connection.state !== "failed"; i++) {
    w.signals.tell("visible");
    w.signals.tell("online");
    await w.settle();
    w.clock.advance(100);
  }
  assert.deepEqual([w.connection.reason, w.transport.dials.length], ["wrong_url", 3]);
  assert.equal(w.connection.right_path, undefined, "the path was right: the host or the port is wrong");
});

test("CL5 a foreign server whose answer the page may not read counts as one that does not know us", async () => {
  const w = shut(({ init }) => (init.mode === "no-cors" ? { status: 200 } : "unreachable"));
  await w.until("failed");
  assert.equal(w.connection.reason, "wrong_url");
  assert.equal(w.http.requests.find(({ init }) => init.mode === "no-cors")?.init.credentials, "omit");
});

test("CL5 an unreadable answer at an address that has worked is only an outage", async () => {
  let is_down = false;
  const w = new WatchedChannel({
    dial: (connection) => {
      if (is_down) queueMicrotask(() => connection.end(1006));
    },
    answer: ({ init }) => (init.mode === "no-cors" ? { status: 502 } : "unreachable"),
  });
  w.transport.last.open().say(connected(), progress(1));
  is_down = true;
  w.transport.last.end(1006);
  await w.until("suspended");
  assert.ok(w.state.counters.probes > 3);
});

test("CL5 a sign of ours clears the suspicion", async () => {
  let asked = 0;
  const w = shut(() => (++asked % 3 === 0 ? { status: 426, headers: SIGNED } : { status: 404 }));
  await w.until("suspended");
  assert.ok(asked >= 6);
});

for (const url of ["", "nonsense", "/api/v1/ws/x", "http://localhost:8000/api/v1/ws/x", "localhost:8000/api/v1/ws/x"]) {
  test(`CL6 '${url}' is no address of a socket: wrong_url without a dial`, async () => {
    const w = shut("unreachable", url);
    assert.deepEqual([w.connection.state, w.connection.reason, w.transport.dials.length], ["failed", "wrong_url", 0]);
  });
}

test("CL6 an address that the browser refuses to dial is wrong", async () => {
  const w = new WatchedChannel({
    dial: () => {
      throw new DOMException("insecure", "SecurityError");
    },
  });
  assert.deepEqual([w.connection.reason, w.transport.dials.length], ["wrong_url", 1]);
});

test("HS3 a near miss is told its right path and stops after one dial", () => {
  const w = new WatchedChannel();
  const error = { type: "error", task_id: "", code: 4426, reason: "wrong path", action: "stop", path: "/api/v1/ws/right" };
  w.transport.last.open().say(error).end(4426);
  assert.deepEqual([w.connection.reason, w.connection.right_path], ["wrong_url", "/api/v1/ws/right"]);
  assert.ok(w.lines.at(-1)?.endsWith("the right path is /api/v1/ws/right"));
});

for (const [code, reason] of [
  [4400, "bad_message"],
  [4403, "not_yours"],
  [4404, "no_such_task"],
  [4406, "no_common_version"],
  [4410, "gone"],
  [4426, "wrong_url"],
  [4442, "refused"],
  [4050, "refused"],
  [1002, "refused"],
  [1009, "refused"],
] as const) {
  test(`CC ${code} stops: ${reason}`, () => {
    const w = new WatchedChannel();
    w.transport.last.open().say(connected()).end(code);
    assert.deepEqual([w.connection.state, w.connection.reason, w.leaks()["timers"]], ["failed", reason, 0]);
  });
}

for (const code of [1000, 1001, 1005, 1006, 1011, 1012, 1013, 3000, 4408, 4429, 4500, 4508, 4599, 4999]) {
  test(`CC ${code} backs off`, () => {
    const w = new WatchedChannel();
    w.transport.last.open().say(connected()).end(code);
    assert.equal(w.connection.state, "backoff");
  });
}

test("CC 1008 and 1015 probe", async () => {
  for (const code of [1008, 1015]) {
    const w = new WatchedChannel({ answer: () => ({ status: 410, headers: SIGNED }) });
    w.transport.last.open().say(connected()).end(code);
    await w.until("failed");
    assert.equal(w.connection.reason, "gone");
  }
});

test("MS4 an error that was told counts when its close code is lost", () => {
  const error = { type: "error", task_id: TASK, code: 4404, reason: "no such task", action: "stop" };
  for (const code of [1005, 1006]) {
    const w = new WatchedChannel();
    w.transport.last.open().say(error).end(code);
    assert.equal(w.connection.reason, "no_such_task");
  }
});

test("HS5 another version of the protocol stops", () => {
  const w = new WatchedChannel();
  w.transport.last.open().say({ ...connected(), protocol: "task.v2" });
  assert.deepEqual([w.connection.reason, w.transport.last.hung_up], ["no_common_version", true]);
});
