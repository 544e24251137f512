import assert from "node:assert/strict";
import { test } from "node:test";
import type { WakeUp } from "@wayfinder/engine";
import type { CloseCode } from "@wayfinder/protocol";
import type { EventStream } from "./http/event-stream.ts";
import { Streams } from "./http/streams.ts";
import { Sockets } from "./realtime/sockets.ts";
import { Watchers } from "./watchers.ts";

/** Two watchers of each kind, of the tasks a and b, and what each was closed with. */
function watched() {
  const closes: string[] = [];
  const sockets = new Sockets();
  const streams = new Streams();
  for (const task_id of ["a", "b"]) {
    const beginClose = (kind: string) => (code: CloseCode, words?: { after_ms?: number }) =>
      void closes.push(`${kind} ${task_id} ${code.code} ${words?.after_ms ?? ""}`.trim());
    sockets.add({ pump: { tick: () => {}, isSlow: false, beginClose: beginClose("socket") }, user_id: "u", task_id });
    streams.add({ id: task_id, user_id: "u", task_id, beginClose: beginClose("stream") } as unknown as EventStream);
  }
  const listeners = new Set<(wakeUp: WakeUp) => void>();
  const onWakeUp = (listener: (wakeUp: WakeUp) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const watchers = new Watchers(sockets, streams, { size: 3 });
  const stop = watchers.closeGone({ onWakeUp }, () => 0.5);
  return {
    closes,
    sockets,
    watchers,
    stop,
    listeners,
    tell: (wakeUp: WakeUp) => listeners.forEach((listener) => listener(wakeUp)),
  };
}

test("SD8 watchers of every transport count", () => {
  assert.equal(watched().watchers.size, 7);
});

test("LG4 in another history of the database everybody is told to come back, and newcomers are let in", () => {
  const { closes, sockets, tell } = watched();
  tell({ kind: "history" });
  assert.deepEqual(closes, ["socket a 1012 2500", "socket b 1012 2500", "stream a 1012 2500", "stream b 1012 2500"]);
  assert.equal(sockets.draining, false);
});

test("LG10 a removed task's watchers are closed with 4410, and no others", () => {
  const { closes, listeners, stop, tell } = watched();
  tell({ kind: "gone", task_id: "b" });
  assert.deepEqual(closes, ["socket b 4410", "stream b 4410"]);
  stop();
  assert.equal(listeners.size, 0);
});
