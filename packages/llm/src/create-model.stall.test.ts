import assert from "node:assert/strict";
import { test } from "node:test";
import type { ModelErrorKind } from "@wayfinder/pipeline";
import { askInVain, FREE, QUESTION, settingsFor } from "./ask.fixture.ts";
import { createModel } from "./create-model.ts";
import { startStallServer, type Stall } from "./testing/stall-server.ts";

/** Short where it is waited for; nothing else may run out on a busy machine. */
const WAITED_MS = 60;
const NEVER_MS = 60_000;
const PATIENT = { first_byte_ms: NEVER_MS, silence_ms: NEVER_MS, total_ms: NEVER_MS };

/** Every way to go wrong, what becomes of it and whether it may have been billed. */
const OUTCOMES: readonly (readonly [Stall, ModelErrorKind, boolean])[] = [
  [{ kind: "cut", text: "Half of it", after_bytes: 0 }, "unreachable", true],
  [{ kind: "cut", text: "Half of it", after_bytes: 40 }, "cut_off", true],
  [{ kind: "cut", text: "Half of it", after_bytes: 400 }, "cut_off", true],
  [{ kind: "no_finish", text: "Half of it" }, "cut_off", true],
  [{ kind: "malformed_json" }, "cut_off", true],
  [{ kind: "truncated_json" }, "cut_off", true],
  [{ kind: "error_in_stream", error: { message: "secret", type: "overloaded_error" } }, "overloaded", true],
  [{ kind: "error_in_stream", error: { message: "secret", code: 502 } }, "overloaded", true],
  [{ kind: "error_in_stream", error: { message: "secret", type: "oops" } }, "cut_off", true],
  [{ kind: "html" }, "request_refused", false],
  [{ kind: "status", status: 302, headers: { location: "http://127.0.0.1:9/" } }, "address_not_allowed", false],
  [{ kind: "endless", status: 200 }, "request_refused", true],
  [{ kind: "endless", status: 503 }, "overloaded", false],
  [{ kind: "status", status: 503, headers: { "retry-after": "3" } }, "overloaded", false],
];

for (const [stall, kind, billed] of OUTCOMES) {
  const variant = Object.entries(stall).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  test(`PL5 PL4 ${variant.join(", ")} becomes ${kind}`, async () => {
    await using server = await startStallServer(stall);
    const error = await askInVain(settingsFor(server.base_url, { timeouts: PATIENT }));
    assert.equal(error.kind, kind);
    assert.equal(error.possibly_billed, billed);
    assert.ok(!error.message.includes("secret"));
    // One call and no more: retries are the engine's.
    assert.equal(server.requests(), 1);
  });
}

for (const stall of [{ kind: "never_answers" }, { kind: "headers_only" }, { kind: "keep_alive_only", every_ms: 5 }] as const) {
  test(`PL5 ${stall.kind}: the first byte has its time, and comments are none`, async () => {
    await using server = await startStallServer(stall);
    const timeouts = { ...PATIENT, first_byte_ms: WAITED_MS };
    const error = await askInVain(settingsFor(server.base_url, { timeouts }));
    assert.deepEqual([error.kind, error.possibly_billed], ["timed_out", true]);
    assert.equal(error.message, "The model did not begin to answer (0.06 s).");
  });
}

test("PL5 silence in the middle of an answer ends it, comments or not", async () => {
  await using server = await startStallServer({ kind: "falls_silent", text: "Half of it", every_ms: 5 });
  const timeouts = { ...PATIENT, silence_ms: WAITED_MS };
  const error = await askInVain(settingsFor(server.base_url, { timeouts }));
  assert.deepEqual([error.kind, error.possibly_billed], ["timed_out", true]);
  assert.match(error.message, /fell silent/);
});

test("PL5 the total ends an answer that trickles for ever", async () => {
  const timeouts = { ...PATIENT, total_ms: WAITED_MS };
  await using server = await startStallServer({ kind: "falls_silent", text: "Half of it", every_ms: 5 });
  const error = await askInVain(settingsFor(server.base_url, { timeouts }));
  assert.equal(error.kind, "timed_out");
  assert.match(error.message, /whole answer \(0\.06 s\)/);
});

test("PL4 Retry-After is carried along, in seconds", async () => {
  await using server = await startStallServer({ kind: "status", status: 429, headers: { "retry-after": "7" } });
  const error = await askInVain(settingsFor(server.base_url));
  assert.equal(error.kind, "rate_limited");
  assert.equal(error.retry_after_ms, 7_000);
});

test("PL5 a cancel ends the call at once with its own reason, and the connection with it", async () => {
  for (const stall of [
    { kind: "never_answers" },
    { kind: "keep_alive_only", every_ms: 5 },
    { kind: "falls_silent", text: "Half", every_ms: 5 },
  ] as const) {
    await using server = await startStallServer(stall);
    const cancel = new AbortController();
    const asked = createModel(settingsFor(server.base_url)).ask(QUESTION, { signal: cancel.signal });
    await server.arrived;
    const reason = new Error("cancelled by the person");
    cancel.abort(reason);
    await assert.rejects(asked, (error) => error === reason);
    await server.hung_up;
  }
});

test("PL5 a call that is cancelled before it begins sends nothing", async () => {
  await using server = await startStallServer({ kind: "never_answers" });
  const reason = new Error("cancelled");
  const signal = AbortSignal.abort(reason);
  await assert.rejects(createModel(settingsFor(server.base_url)).ask(FREE, { signal }), (error) => error === reason);
  assert.equal(server.requests(), 0);
});

test("PL5 a fetch that does not heed the signal cannot hold the call", async () => {
  const cancel = new AbortController();
  const sent = Promise.withResolvers<void>();
  const fetch = () => {
    sent.resolve();
    return new Promise<Response>(() => {});
  };
  const model = createModel(settingsFor("http://127.0.0.1:9/v1"), { fetch });
  const asked = model.ask(FREE, { signal: cancel.signal });
  await sent.promise;
  cancel.abort(new Error("cancelled"));
  await assert.rejects(asked, /^Error: cancelled$/);
});

test("PL4 a server that is not there is unreachable and cost nothing", async () => {
  await using server = await startStallServer({ kind: "never_answers" });
  await server.close();
  const error = await askInVain(settingsFor(server.base_url));
  assert.equal(error.kind, "unreachable");
  assert.equal(error.possibly_billed, false);
});
