import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { LoopbackServer } from "./testing/loopback-server.ts";
import { LoopbackChannel } from "./testing/loopback-channel.ts";
import { TASK } from "./testing/messages.ts";
import { foreignServer, GONE, miniTaskServer, silentServer, THEIRS } from "./testing/mini-task-server.ts";

const servers: Record<string, LoopbackServer> = {};
const host = (name: string): string => servers[name]?.host ?? "";

before(async () => {
  servers["ours"] = await miniTaskServer();
  servers["page"] = await foreignServer(200);
  servers["not_found"] = await foreignServer(404);
  servers["forbidden"] = await foreignServer(403);
  servers["sign_in"] = await foreignServer(401, { "WWW-Authenticate": "Basic" });
  servers["redirect"] = await foreignServer(302, { Location: "http://127.0.0.1:9/elsewhere" });
  servers["broken"] = await foreignServer(502);
  servers["silent"] = await silentServer();
  const closed = await silentServer();
  await closed.close();
  servers["closed"] = closed;
});
after(async () => {
  for (const [name, server] of Object.entries(servers)) if (name !== "closed") await server.close();
});

test("CL1 over a real socket a task is replayed and done, and close() leaves nothing", async () => {
  const run = new LoopbackChannel(`ws://${host("ours")}/api/v1/ws/${TASK}?include_history=true`);
  await run.until("done");
  assert.equal(run.channel.getState().snapshot.status, "completed");
  assert.deepEqual(run.lines.slice(0, 4), [
    `[WS] Connecting to: ws://${host("ours")}/api/v1/ws/${TASK}`,
    "[WS] Connected",
    "[WS] Message: connected",
    "[WS] Message: progress",
  ]);
  run.channel.close();
  assert.deepEqual([run.clock.pending, run.signals.listeners.size], [0, 0]);
});

/** What went wrong with the address → how it ends, and how many dials that may cost. */
const MISTAKES: readonly { what: string; url: () => string; reason: string; dials: number; right_path?: string }[] = [
  { what: "no /api/v1", url: () => `ws://${host("ours")}/ws/${TASK}`, reason: "wrong_url", dials: 1 },
  { what: "no version", url: () => `ws://${host("ours")}/api/ws/${TASK}`, reason: "wrong_url", dials: 1 },
  { what: "no id", url: () => `ws://${host("ours")}/api/v1/ws/`, reason: "wrong_url", dials: 1 },
  { what: "no id and no slash", url: () => `ws://${host("ours")}/api/v1/ws`, reason: "wrong_url", dials: 1 },
  { what: "a slash at the end", url: () => `ws://${host("ours")}/api/v1/ws/${TASK}/`, reason: "wrong_url", dials: 1 },
  { what: "two slashes at the start", url: () => `ws://${host("ours")}//api/v1/ws/${TASK}`, reason: "wrong_url", dials: 1 },
  { what: "another version", url: () => `ws://${host("ours")}/api/v2/ws/${TASK}`, reason: "wrong_url", dials: 1 },
  { what: "the task's own page", url: () => `ws://${host("ours")}/api/v1/tasks/${TASK}`, reason: "wrong_url", dials: 3 },
  { what: "the root", url: () => `ws://${host("ours")}/`, reason: "wrong_url", dials: 3 },
  { what: "capital letters", url: () => `ws://${host("ours")}/API/V1/WS/${TASK}`, reason: "wrong_url", dials: 3 },
  { what: "a server of pages", url: () => `ws://${host("page")}/api/v1/ws/${TASK}`, reason: "wrong_url", dials: 3 },
  {
    what: "a server that knows nothing",
    url: () => `ws://${host("not_found")}/api/v1/ws/${TASK}`,
    reason: "wrong_url",
    dials: 3,
  },
  { what: "a server that forbids", url: () => `ws://${host("forbidden")}/api/v1/ws/${TASK}`, reason: "wrong_url", dials: 3 },
  {
    what: "a proxy that wants a password",
    url: () => `ws://${host("sign_in")}/api/v1/ws/${TASK}`,
    reason: "wrong_url",
    dials: 3,
  },
  { what: "a redirect", url: () => `ws://${host("redirect")}/api/v1/ws/${TASK}`, reason: "wrong_url", dials: 3 },
  { what: "http for ws", url: () => `http://${host("ours")}/api/v1/ws/${TASK}`, reason: "wrong_url", dials: 0 },
  { what: "no scheme", url: () => `${host("ours")}/api/v1/ws/${TASK}`, reason: "wrong_url", dials: 0 },
  { what: "a path only", url: () => `/api/v1/ws/${TASK}`, reason: "wrong_url", dials: 0 },
  { what: "nothing", url: () => "", reason: "wrong_url", dials: 0 },
  { what: "an unknown id", url: () => `ws://${host("ours")}/api/v1/ws/nobody`, reason: "no_such_task", dials: 1 },
  { what: "a malformed id", url: () => `ws://${host("ours")}/api/v1/ws/%7Bid%7D`, reason: "no_such_task", dials: 1 },
  {
    what: "an id of 65 characters",
    url: () => `ws://${host("ours")}/api/v1/ws/${"x".repeat(65)}`,
    reason: "no_such_task",
    dials: 1,
  },
  { what: "somebody else's task", url: () => `ws://${host("ours")}/api/v1/ws/${THEIRS}`, reason: "not_yours", dials: 1 },
  { what: "an expired task", url: () => `ws://${host("ours")}/api/v1/ws/${GONE}`, reason: "gone", dials: 1 },
  { what: "a wrong query", url: () => `ws://${host("ours")}/api/v1/ws/${TASK}?after=x`, reason: "bad_message", dials: 1 },
];

for (const { what, url, reason, dials } of MISTAKES) {
  test(`CL6 ${what}: ${reason} after ${dials} dials, within 15 s, said once`, async () => {
    const run = new LoopbackChannel(url());
    const start = run.clock.now();
    await run.until("failed");
    assert.deepEqual([run.connection.reason, run.dials], [reason, dials]);
    assert.ok(run.clock.now() - start <= 15_000);
    assert.equal(run.lines.filter((line) => line.startsWith("error ")).length, 1);
    assert.deepEqual([run.clock.pending, run.signals.listeners.size], [0, 0]);
    run.channel.close();
  });
}

test("HS3 over a real socket the right path is told", async () => {
  const run = new LoopbackChannel(`ws://${host("ours")}/ws/${TASK}`);
  await run.until("failed");
  assert.equal(run.connection.right_path, `/api/v1/ws/${TASK}`);
  run.channel.close();
});

for (const name of ["closed", "broken"]) {
  test(`CL5 a server that is ${name} is no wrong address: the budget, then suspended`, async () => {
    const run = new LoopbackChannel(`ws://${host(name)}/api/v1/ws/${TASK}`);
    await run.until("suspended");
    assert.ok(run.dials <= 10);
    run.channel.close();
    assert.equal(run.clock.pending, 0);
  });
}

test("CL5 TLS to a server without it is unreachable, not wrong", async () => {
  const run = new LoopbackChannel(`wss://${host("ours")}/api/v1/ws/${TASK}`);
  await run.until("backoff");
  run.channel.close();
});

test("CL11 a server that takes the connection and says nothing costs 8 s for the dial and 8 s for the probe", async () => {
  const run = new LoopbackChannel(`ws://${host("silent")}/api/v1/ws/${TASK}`);
  run.clock.advance(8_000);
  await run.until("probing");
  run.clock.advance(8_000);
  await run.until("backoff");
  run.channel.close();
  assert.equal(run.clock.pending, 0);
});
