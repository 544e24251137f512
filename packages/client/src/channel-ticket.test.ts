import assert from "node:assert/strict";
import { test } from "node:test";
import { CLOSE } from "@wayfinder/protocol/close-code";
import { connected, live, progress, TASK } from "./testing/messages.ts";
import { WatchedChannel } from "./testing/watched-channel.ts";

const AUTH_MS = 600_000;
const tickets = (w: WatchedChannel, dial: number) =>
  (w.transport.dials[dial]?.sent ?? []).flatMap((m) => (m.type === "auth" ? [m.ticket] : []));
const authorized = { type: "authorized", task_id: TASK, auth_ms: AUTH_MS };

/** A channel that is let in by ticket: each is called by its number. `none` says when there is none to be had. */
function ticketed({ none = () => false, random = 0 }: { none?: () => boolean; random?: number } = {}) {
  const asked: AbortSignal[] = [];
  const w = new WatchedChannel({
    random: () => random,
    answer: () => ({ status: 401, headers: { "X-Task-Channel": "1" } }),
    getTicket: async (signal) => {
      asked.push(signal);
      if (none()) throw new Error("nobody home");
      return `t${asked.length}`;
    },
  });
  return { w, asked };
}

/** The same, live on its first connection. */
async function admitted(options: Parameters<typeof ticketed>[0] = {}) {
  const run = ticketed(options);
  run.w.transport.last.open();
  await run.w.settle();
  run.w.transport.last.say(connected({ auth_ms: AUTH_MS }), live(0));
  return run;
}

/** Lets a time pass in which the server shows that it lives. */
async function pass(w: WatchedChannel, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 5_000) {
    w.clock.advance(Math.min(5_000, left));
    w.transport.last.say({ type: "heartbeat", task_id: TASK, head: 0 });
    await w.settle();
  }
}

test("CL12 HS8 the ticket is the first message of a connection: no address and no line of the console holds it", async () => {
  const { w } = ticketed();
  assert.equal(w.transport.last.url.searchParams.get("auth"), "message");
  w.transport.last.open();
  assert.deepEqual(tickets(w, 0), []);
  await w.settle();
  assert.deepEqual(w.transport.last.sent, [{ type: "auth", ticket: "t1" }]);
  w.transport.last.say(connected({ auth_ms: AUTH_MS }), progress(1), live(1));
  assert.deepEqual([w.numbers, w.connection.state], [[1], "live"]);
  assert.ok(!w.lines.join().includes("t1") && !w.transport.last.url.href.includes("t1"));
});

test("CL12 HS9 at the latest at 80 % of its time a ticket is renewed in place, spread by chance, again and again", async () => {
  for (const [random, part] of [
    [0, 0.8],
    [0.999_999, 0.7],
  ] as const) {
    const { w } = await admitted({ random });
    await pass(w, AUTH_MS * part - 1_000);
    assert.deepEqual(tickets(w, 0), ["t1"]);
    await pass(w, 1_001);
    assert.deepEqual(tickets(w, 0), ["t1", "t2"]);
    w.transport.last.say(authorized);
    await pass(w, AUTH_MS * part + 1);
    assert.deepEqual([tickets(w, 0), w.transport.dials.length, w.connection.state], [["t1", "t2", "t3"], 1, "live"]);
  }
});

test("CL12 HS9 a renewal that finds no ticket tries again, and a cookie's connection renews nothing", async () => {
  let none = false;
  const { w, asked } = await admitted({ none: () => none });
  none = true;
  await pass(w, AUTH_MS * 0.8 + 25_000);
  assert.deepEqual([tickets(w, 0), asked.length], [["t1"], 4]);
  none = false;
  await pass(w, 10_000);
  assert.deepEqual([tickets(w, 0), w.connection.state], [["t1", "t5"], "live"]);
  const cookie = new WatchedChannel();
  cookie.transport.last.open().say(connected({ auth_ms: AUTH_MS }), live(0));
  await pass(cookie, AUTH_MS);
  assert.deepEqual([cookie.transport.last.sent, cookie.transport.last.url.searchParams.has("auth")], [[], false]);
});

test("CL12 CC 4401 with a ticket: one dial with a fresh one, from the last event; the second 4401 stops", async () => {
  const { w } = await admitted();
  w.transport.last.say(progress(1));
  const refused = { type: "error", task_id: TASK, code: 4401, reason: "ticket expired", action: "refresh" };
  w.transport.last.say(refused).end(CLOSE.not_signed_in.code);
  await w.until("connecting");
  w.transport.last.open();
  await w.settle();
  assert.deepEqual([tickets(w, 1), w.transport.last.url.searchParams.get("after")], [["t2"], "1"]);
  w.transport.last.end(CLOSE.not_signed_in.code);
  assert.deepEqual([w.connection.state, w.connection.reason, w.transport.dials.length], ["failed", "not_signed_in", 2]);
});

test("CC 4408, too slow to show a ticket, backs off", async () => {
  const { w } = ticketed();
  w.transport.last.open().end(CLOSE.too_slow_to_speak.code);
  await w.settle();
  assert.deepEqual([w.connection.state, tickets(w, 0)], ["backoff", []]);
});

test("CL3 no ticket for the first message: back off, and within the budget", async () => {
  const { w } = ticketed({ none: () => true });
  w.transport.last.open();
  await w.until("backoff");
  assert.deepEqual([w.transport.last.hung_up, w.connection.attempt], [true, 1]);
});

test("CL12 CL5 a probe holds no ticket: a signed 401 says that the address is right, and no more", async () => {
  const { w } = ticketed();
  w.transport.last.end(1006);
  await w.until("backoff");
  assert.deepEqual([w.connection.reason, w.http.requests.length], [undefined, 1]);
});

test("CL9 after close() nobody waits for a ticket", async () => {
  const { w, asked } = ticketed();
  w.transport.last.open();
  w.channel.close();
  await w.settle();
  assert.deepEqual([asked.map((signal) => signal.aborted), tickets(w, 0), w.clock.pending], [[true], [], 0]);
});
