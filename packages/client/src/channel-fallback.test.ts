import assert from "node:assert/strict";
import { test } from "node:test";
import type { FakeAnswer } from "./testing/fake-fetch.ts";
import { fakeStream } from "./testing/fake-stream.ts";
import { FakeConnection } from "./testing/fake-transport.ts";
import { completed, connected, EPOCH, heartbeat, live, progress, progresses, TASK } from "./testing/messages.ts";
import { WatchedChannel } from "./testing/watched-channel.ts";

const SIGNED = { "X-Task-Channel": "1" };
const UPGRADE: FakeAnswer = { status: 426, headers: SIGNED };
const LOG = `http://localhost:8000/api/v1/tasks/${TASK}/events`;

interface Way {
  /** What the probe finds at the socket's address. */
  readonly probe?: FakeAnswer;
  /** The stream's answer, if it is none of the test's own. */
  readonly stream?: FakeAnswer;
  readonly poll?: (query: URLSearchParams) => FakeAnswer;
  /** Whether WebSocket comes through. */
  readonly open?: () => boolean;
}

/** A channel with something on the way that refuses upgrades. `streams` are the event streams that it asked for. */
class BlockedChannel extends WatchedChannel {
  readonly streams: FakeConnection[] = [];

  constructor({ probe = UPGRADE, stream, poll, open = () => false }: Way = {}) {
    super({
      dial: (connection) => void (open() || queueMicrotask(() => connection.end(1006))),
      answer: ({ url, init }) => {
        const { pathname, searchParams } = new URL(url);
        if (pathname.includes("/ws/")) return probe;
        if (pathname.endsWith(TASK)) return { status: 200, body: { task_id: TASK, status: "running" } };
        if (new Headers(init.headers).get("Accept") === null) return poll?.(searchParams) ?? "silent";
        if (stream !== undefined) return stream;
        const hungUp = (): void => void (connection.hung_up = true);
        const { handlers, response } = fakeStream({ signal: init.signal as AbortSignal, cut: 10, hungUp });
        const connection = new FakeConnection(url, this.clock.now(), handlers);
        this.streams.push(connection);
        return response;
      },
    });
  }

  /** Runs timers until there is a stream; the newest one. */
  async stream(): Promise<FakeConnection> {
    const before = this.streams.length;
    for (let i = 0; i < 50 && this.streams.length === before; i++) {
      await this.settle();
      if (this.streams.length === before) this.clock.runNext();
    }
    const stream = this.streams.at(-1);
    assert.ok(stream !== undefined && this.streams.length > before);
    return stream;
  }
}

test("CL8 two handshakes in a row that never open at a signed address, and the channel goes on over events", async () => {
  const w = new BlockedChannel();
  (await w.stream())
    .open()
    .say(connected({ head: 3 }), ...progresses(1, 2), live(2), completed(3))
    .end(1005);
  await w.until("done");
  assert.deepEqual([w.transport.dials.length, w.state.counters.dials, w.numbers], [2, 3, [1, 2, 3]]);
  assert.equal(w.connection.fallback, "sse");
  assert.ok(w.lines.includes("[WS] web_socket is blocked here, going on over sse"));
  assert.ok(w.lines.includes(`[WS] Connecting to: ${LOG}`));
  w.channel.close();
  await w.settle();
  assert.deepEqual([w.leaks()["timers"], w.http.under_way], [0, 0]);
});

test("CL8 one handshake that never opened is no proof, and a connection in between begins the count again", async () => {
  let dials = 0;
  const w = new BlockedChannel({ open: () => ++dials % 2 === 0 });
  for (let i = 1; i <= 3; i++) {
    while (w.transport.dials.length < 2 * i) {
      await w.settle();
      if (w.transport.dials.length < 2 * i) w.clock.runNext();
    }
    w.transport.last.open().say(connected()).end(1006);
  }
  assert.deepEqual([w.streams.length, w.connection.fallback], [0, undefined]);
});

test("CL8 it is never for an address that is wrong, a task that is not ours, or a server that is away", async () => {
  for (const probe of [
    { status: 404 },
    { status: 403, headers: SIGNED },
    { status: 404, headers: SIGNED },
    { status: 410, headers: SIGNED },
    { status: 426 },
    { status: 503 },
    "unreachable",
    "silent",
  ] as const) {
    const w = new BlockedChannel({ probe });
    for (let i = 0; i < 60; i++) {
      await w.settle();
      if (!w.clock.runNext()) break;
    }
    assert.equal(w.streams.length, 0);
    assert.equal(w.connection.fallback, undefined);
    w.channel.close();
  }
});

test("CL8 a stream resumes from the last event delivered, in its epoch", async () => {
  const w = new BlockedChannel();
  const first = (await w.stream()).open().say(connected({ head: 3 }), ...progresses(1, 2));
  await w.settle();
  first.end(1006);
  const again = await w.stream();
  assert.equal(again.url.search, `?after=2&epoch=${EPOCH}`);
  again
    .open()
    .say(connected({ head: 3, from: 3, resume: "ok" }), completed(3))
    .end(1005);
  await w.until("done");
  assert.deepEqual([w.numbers, w.transport.dials.length], [[1, 2, 3], 2]);
});

test("CL2 over a stream, too, a gap delivers nothing and resumes; a duplicate is dropped", async () => {
  const w = new BlockedChannel();
  (await w.stream()).open().say(connected({ head: 5 }), progress(1), progress(1), progress(3));
  const again = await w.stream();
  assert.deepEqual([w.numbers, w.streams[0]?.hung_up, again.url.searchParams.get("after")], [[1], true, "1"]);
  assert.deepEqual([w.state.counters.gaps, w.state.counters.duplicates], [1, 1]);
});

test("CL8 streams that never open, or whose messages are held back, prove that long polls are needed", async () => {
  for (const stream of ["silent", { status: 502 }] as const) {
    const w = new BlockedChannel({
      stream,
      poll: () => ({ status: 200, body: { events: [progress(1), completed(2)], head: 2, epoch: EPOCH } }),
    });
    await w.until("done");
    assert.deepEqual([w.numbers, w.connection.fallback, w.state.counters.dials], [[1, 2], "long_poll", 5]);
  }
  const held = new BlockedChannel({ poll: () => ({ status: 200, body: { events: [completed(1)], head: 1, epoch: EPOCH } }) });
  for (let i = 0; i < 2; i++) (await held.stream()).open();
  await held.until("done");
  assert.equal(held.connection.fallback, "long_poll");
});

test("CL8 after half an hour the next dial tries WebSocket again", async () => {
  let open = false;
  const w = new BlockedChannel({ open: () => open });
  const stream = (await w.stream()).open().say(connected({ heartbeat_ms: 20_000 }));
  await w.settle();
  for (let i = 0; i < 100; i++) {
    w.clock.advance(19_000);
    stream.say(heartbeat(0));
    await w.settle();
  }
  assert.deepEqual([w.transport.dials.length, w.connection.state], [2, "replaying"]);
  open = true;
  stream.end(1006);
  await w.settle();
  w.clock.advance(2_000);
  assert.deepEqual([w.transport.dials.length, w.connection.fallback], [3, undefined]);
  w.transport.last
    .open()
    .say(connected({ resume: "ok", head: 1 }), completed(1))
    .end(4000);
  assert.deepEqual([w.connection.state, w.numbers], ["done", [1]]);
});

test("CL11 what cannot be asked over a stream: after a time without network it begins again, after a glance elsewhere not", async () => {
  const w = new BlockedChannel();
  (await w.stream()).open().say(connected(), live(0));
  await w.settle();
  w.signals.tell("hidden");
  w.signals.tell("visible");
  w.clock.advance(6_000);
  assert.equal(w.connection.state, "live");
  w.clock.advance(20_000);
  w.signals.tell("visible");
  assert.equal(w.connection.state, "connecting", "one heartbeat and five seconds of silence");
  await w.settle();
  assert.deepEqual(
    w.streams.map((stream) => stream.hung_up),
    [true, false],
  );
  const again = w.streams.at(-1)?.open();
  assert.ok(again);
  again.say(connected({ resume: "ok" }), live(0));
  await w.settle();
  w.clock.advance(1_000);
  w.signals.tell("offline");
  assert.equal(w.connection.state, "live");
  w.signals.tell("online");
  assert.deepEqual([w.connection.state, again.hung_up, w.transport.dials.length], ["connecting", true, 2]);
});
