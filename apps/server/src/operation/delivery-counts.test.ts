import assert from "node:assert/strict";
import { test } from "node:test";
import { createMetrics } from "../metrics.ts";
import { deliveryCounts } from "./delivery-counts.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("SD3 what many watchers of an event are given in a turn is counted for each and timed once", async () => {
  const metrics = createMetrics({ since: new Date(0), now: () => new Date(0) });
  const counts = deliveryCounts(metrics, "websocket");
  const at = counts.time();
  for (let i = 0; i < 1_000; i += 1) counts.delivered(3, at);
  counts.delivered(2, null);
  await turn();
  counts.delivered(1, at);
  await turn();
  counts.heartbeat();
  const text = await metrics.registry.metrics();
  assert.match(text, /^wayfinder_events_delivered_total\{transport="websocket"\} 3003$/m);
  assert.match(text, /^wayfinder_append_to_write_seconds_count 2$/m);
  assert.match(text, /^wayfinder_heartbeats_total 1$/m);
});
