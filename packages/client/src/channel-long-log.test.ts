import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEvent, EMPTY_SNAPSHOT, generationFold } from "@wayfinder/protocol/fold";
import type { TaskEvent } from "@wayfinder/protocol";
import { connected, delta, live, progress, TASK } from "./testing/messages.ts";
import { WatchedChannel } from "./testing/watched-channel.ts";

/** More than any task here writes: a log of a day. */
const EVENTS = 100_000;
/** What comes between two frames while a long log is replayed. */
const BURST = 2_000;

/** Units begin, their texts grow by four pieces each, and they end: every sixth event is no text. */
function logged(seq: number): object {
  const unit = `u${Math.floor(seq / 6)}`;
  const part = seq % 6;
  if (part === 0) return { type: "concept_start", concept_id: unit, unit, task_id: TASK, seq, at: "2026-01-01T00:00:00Z" };
  if (part === 5) return progress(seq);
  return { ...delta(seq, "text ", 5 * (part - 1)), unit };
}

test("CL14 a log of a hundred thousand events: each delivered once, views told once a frame, and no more kept than they show", (t) => {
  let delivered = 0;
  const w = new WatchedChannel({ onEvent: () => void (delivered += 1), keeps: false });
  let calls = 0;
  let longest = 0;
  w.channel.subscribe(() => {
    calls += 1;
    longest = Math.max(longest, w.channel.getState().timeline.length);
  });
  w.transport.last.open().say(connected({ head: EVENTS }));
  w.frame();
  calls = 0;
  const begun = performance.now();
  for (let seq = 1; seq <= EVENTS; seq++) {
    w.transport.last.say(logged(seq));
    if (seq % BURST === 0) w.frame();
  }
  t.diagnostic(`${Math.round(performance.now() - begun)} ms`);
  w.transport.last.say(live(EVENTS));
  const { timeline, earlier, snapshot, counters, connection } = w.state;
  assert.deepEqual([delivered, counters.delivered, connection.state], [EVENTS, EVENTS, "live"]);
  assert.ok(calls <= EVENTS / BURST + 1, `${calls} calls`);
  const told = Array.from({ length: EVENTS }, (_, i) => i + 1).filter((seq) => seq % 6 === 0 || seq % 6 === 5).length;
  assert.deepEqual([longest, timeline.length, earlier, timeline.at(-1)?.seq], [500, 500, told - 500, 99_996]);
  assert.deepEqual([snapshot.seq, snapshot.texts["u7"]?.text], [EVENTS, "text text text text "]);
  w.channel.close();
});

test("CL14 out of sight, where no frame is drawn, the window slides all the same", () => {
  const w = new WatchedChannel();
  w.transport.last.open().say(connected({ head: 1_234 }));
  for (let seq = 1; seq <= 1_234; seq++) w.transport.last.say(progress(seq));
  const { timeline, earlier } = w.state;
  assert.deepEqual([timeline[0]?.seq, timeline.length, earlier], [735, 500, 734]);
});

test("CL14 a burst copies what grows with the log once, not once for each event", () => {
  const events = Array.from({ length: 3_000 }, (_, i) => logged(i + 1) as TaskEvent);
  const fresh = new Set<object>();
  let snapshot = EMPTY_SNAPSHOT;
  const parts = new Set<object>();
  for (const event of events) {
    snapshot = generationFold.apply(snapshot, event, fresh);
    for (const part of [snapshot.units, snapshot.texts]) parts.add(part);
  }
  const apart = events.reduce((s, event) => applyEvent(s, event), EMPTY_SNAPSHOT);
  assert.deepEqual(snapshot, apart);
  assert.equal(parts.size, 3, "no units yet, then one copy of the units and one of the texts");
});
