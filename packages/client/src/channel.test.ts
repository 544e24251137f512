import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_LEAKS } from "./testing/fake-world.ts";
import { completed, connected, heartbeat, live, progress, progresses } from "./testing/messages.ts";
import { WatchedChannel } from "./testing/watched-channel.ts";

const SHUT = (w: WatchedChannel) => w.transport.last.end(1006);
const OPEN = (w: WatchedChannel) => void w.transport.last.open().say(connected(), progress(1), live(1));

/** Ways into every state that is not final. */
const STATES: readonly (readonly [string, (w: WatchedChannel) => void | Promise<void>])[] = [
  ["connecting", () => {}],
  ["replaying", (w) => void w.transport.last.open().say(connected())],
  ["live", OPEN],
  ["backoff", (w) => (OPEN(w), SHUT(w))],
  ["probing", SHUT],
  ["refreshing", (w) => w.transport.last.open().end(4401)],
  ["offline", (w) => (w.signals.tell("offline"), SHUT(w))],
  [
    "suspended",
    async (w) => {
      for (let i = 0; i < 10; i++) {
        OPEN(w);
        SHUT(w);
        w.clock.advance(200);
        w.signals.tell("online");
        w.clock.advance(100);
      }
    },
  ],
];

for (const [name, enter] of STATES) {
  test(`CL9 close() while ${name} leaves nothing behind, and nothing happens afterwards`, async () => {
    const w = new WatchedChannel({ answer: () => "silent" });
    await enter(w);
    assert.equal(w.connection.state, name);
    let calls = 0;
    w.channel.subscribe(() => calls++);
    w.channel.close();
    await w.settle();
    assert.deepEqual(w.leaks(), NO_LEAKS);
    assert.equal(w.channel.getState().connection.state, "idle");
    const [dials, notified] = [w.transport.dials.length, calls];
    w.channel.retry();
    w.channel.close();
    w.signals.tell("online");
    w.transport.last.say(progress(2));
    assert.deepEqual([w.transport.dials.length, calls, w.leaks()], [dials, notified, NO_LEAKS]);
  });
}

test("CL9 a channel that is done lets go of everything once the server has closed, or 3 s later", async () => {
  for (const closes of [true, false]) {
    const w = new WatchedChannel();
    w.transport.last.open().say(connected(), completed(1));
    if (closes) w.transport.last.end(4000);
    else w.clock.advance(3_000);
    assert.equal(w.connection.state, "done");
    assert.deepEqual(w.leaks(), NO_LEAKS);
    w.channel.close();
    assert.equal(w.channel.getState().connection.state, "done");
  }
});

test("CL9 close() from within a handler ends the delivery there", () => {
  const w = new WatchedChannel({ onEvent: (event) => event.seq === 2 && w.channel.close() });
  w.transport.last.open().say(connected(), ...progresses(1, 5));
  assert.deepEqual(w.numbers, [1, 2]);
  assert.deepEqual(w.leaks(), NO_LEAKS);
});

test("CL1 done and failed are final", () => {
  for (const enter of [
    (w: WatchedChannel) => void w.transport.last.open().say(connected(), completed(1)),
    (w: WatchedChannel) => w.transport.last.open().end(4404),
  ]) {
    const w = new WatchedChannel();
    enter(w);
    const before = w.state;
    w.channel.retry();
    for (const signal of ["offline", "online", "hidden", "visible"] as const) w.signals.tell(signal);
    w.transport.last.say(progress(2), heartbeat(9));
    w.clock.advance(3_600_000);
    assert.equal(w.state.connection, before.connection);
    assert.deepEqual([w.transport.dials.length, w.delivered.length], [1, before.counters.delivered]);
  }
});

test("CL1 a burst of 1 000 events is one notification, and the state is new only then", () => {
  const w = new WatchedChannel();
  w.transport.last.open().say(connected(), live(0));
  w.frame();
  let calls = 0;
  w.channel.subscribe(() => calls++);
  const before = w.channel.getState();
  w.transport.last.say(...progresses(1, 1_000));
  assert.deepEqual([calls, w.channel.getState() === before], [0, true]);
  w.frame();
  assert.deepEqual([calls, w.channel.getState().snapshot.seq], [1, 1_000]);
});

test("CL1 what did not change keeps its identity", () => {
  const w = new WatchedChannel();
  w.transport.last.open().say(connected(), progress(1), live(1));
  const before = w.state;
  let calls = 0;
  w.channel.subscribe(() => calls++);
  w.transport.last.say(heartbeat(1));
  assert.deepEqual([w.state === before, calls], [true, 0]);
  w.transport.last.say(progress(2));
  const after = w.state;
  assert.deepEqual([after.connection === before.connection, after.timeline === before.timeline], [true, false]);
});

test("CL1 an unsubscribed listener hears nothing", () => {
  const w = new WatchedChannel();
  let calls = 0;
  w.channel.subscribe(() => calls++)();
  w.transport.last.open().say(connected(), progress(1));
  w.frame();
  assert.equal(calls, 0);
});
