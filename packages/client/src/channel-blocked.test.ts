import assert from "node:assert/strict";
import { test } from "node:test";
import { LoopbackChannel } from "./testing/loopback-channel.ts";
import { EPOCH, TASK } from "./testing/messages.ts";
import { refusingProxy, type RefusingProxyOptions } from "./testing/refusing-proxy.ts";

/** A channel behind a proxy, until its task is done. */
async function through(options: RefusingProxyOptions) {
  const proxy = await refusingProxy(options);
  const run = new LoopbackChannel(`ws://${proxy.host}/api/v1/ws/${TASK}?include_history=true`);
  await run.until("done");
  const { snapshot, timeline, counters, connection } = run.channel.getState();
  run.channel.close();
  await proxy.close();
  assert.deepEqual([run.clock.pending, run.signals.listeners.size], [0, 0]);
  assert.deepEqual([counters.gaps, counters.duplicates, counters.malformed], [0, 0, 0]);
  assert.deepEqual([snapshot.status, timeline.map((event) => event.seq)], ["completed", [1, 2, 3]]);
  return { requests: proxy.requests, counters, connection };
}

for (const status of [400, 403, 200, 502]) {
  test(`CL8 over real sockets: a proxy that answers ${status} to upgrades and cuts the first stream costs no event`, async () => {
    const { requests, connection, counters } = await through({ status, streams: "pass" });
    assert.deepEqual([connection.fallback, counters.dials], ["sse", 4]);
    const log = `/api/v1/tasks/${TASK}/events`;
    assert.deepEqual(requests.slice(2), [`${log} stream`, `${log}?after=1&epoch=${EPOCH} stream`]);
  });
}

test("CL8 over real sockets: where streams are refused, too, long polls bring everything", async () => {
  const { requests, connection } = await through({ status: 403, streams: "refuse" });
  assert.equal(connection.fallback, "long_poll");
  const log = `/api/v1/tasks/${TASK}/events`;
  assert.deepEqual(requests.slice(-3), [`/api/v1/tasks/${TASK}`, `${log}?after=0`, `${log}?after=2&epoch=${EPOCH}`]);
});
