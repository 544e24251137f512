import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operations } from "@wayfinder/protocol";
import { type OperationsHistory, pointsOf, ratesOf, withReading } from "./history.ts";
import { quantile } from "./quantile.ts";
import { SPARK, sparkPath } from "./spark-path.ts";

const START = Date.parse("2026-01-01T00:00:00.000Z");

function reading(after_s: number, delivered: number, since = "2026-01-01T00:00:00.000Z"): Operations {
  return {
    since,
    at: new Date(START + after_s * 1_000).toISOString(),
    connections: { websocket: 2, sse: 1, long_poll: 0 },
    slow_readers: 0,
    dials: [],
    closes: [],
    resumes: { fresh: 0, ok: 0, reset: 0 },
    probes: [],
    wrong_paths: { count: 0, paths: [] },
    model_day: null,
    heartbeats: 0,
    sends_after_close: 0,
    events: { appended: 0, delivered },
    append_to_write: { count: 0, sum_s: 0, buckets: [] },
    runs: { logs: 0, bytes: 0 },
    wake_ups: { received: 0, found_by_poll: 0 },
    event_loop_delay_s: { p50: 0, p99: 0, max: 0 },
    steps: { running: 0, claimed: 0, failed: 0, ready: 0 },
    tasks: null,
    database: { busy: 0, idle: 0, waiting: 0 },
    memory_bytes: 0,
  };
}
const read = (...readings: Operations[]): OperationsHistory =>
  readings.reduce<OperationsHistory | undefined>(withReading, undefined)!;

test("WEB readings of the last 5 minutes are kept, and drawn as rates or as they are", () => {
  const { samples } = read(reading(0, 0), reading(2, 10), reading(4, 10), reading(6, 40));
  assert.deepEqual(
    ratesOf(samples, (s) => s.delivered).map(({ value }) => value),
    [5, 0, 15],
  );
  assert.deepEqual(
    pointsOf(samples, (s) => s.connections).map(({ value }) => value),
    [3, 3, 3, 3],
  );
  const later = read(...Array.from({ length: 400 }, (_, i) => reading(i * 2, i)));
  assert.equal(later.samples.length, 151);
  assert.equal(later.operations.events.delivered, 399);
});

test("WEB a process that started anew begins its history anew, and the same reading twice is one", () => {
  const restarted = read(reading(0, 100), reading(2, 200), reading(4, 3, "2026-01-01T00:00:03.000Z"));
  assert.equal(restarted.samples.length, 1);
  assert.deepEqual(
    ratesOf(restarted.samples, (s) => s.delivered),
    [],
  );
  assert.equal(read(reading(0, 1), reading(0, 1)).samples.length, 1);
});

test("WEB a quantile is that of what came between two readings", () => {
  const at = (count: number, ...counts: number[]) => ({
    count,
    sum_s: 0,
    buckets: counts.map((n, i) => ({ le_s: [0.01, 0.1, 1][i]!, count: n })),
  });
  assert.equal(quantile(0.99, at(5, 5, 5, 5), at(5, 5, 5, 5)), null);
  assert.equal(quantile(0.5, at(20, 10, 20, 20), at(0, 0, 0, 0)), 0.01);
  assert.equal(quantile(0.5, at(30, 10, 30, 30), at(10, 10, 10, 10))?.toFixed(6), "0.055000");
  assert.equal(quantile(0.99, at(10, 0, 0, 0), at(0, 0, 0, 0)), 1);
});

test("WEB a chart ends at the right edge, and its highest value touches the top", () => {
  assert.equal(sparkPath([]), "");
  assert.equal(sparkPath([{ at: START, value: 1 }]), "");
  const path = sparkPath([
    { at: START, value: 0 },
    { at: START + 150_000, value: 4 },
    { at: START + 300_000, value: 2 },
  ]);
  assert.equal(path, `M0.0 31.0L150.0 1.0L${SPARK.width.toFixed(1)} 16.0`);
  const flat = [START, START + 1_000].map((at) => ({ at, value: 0 }));
  assert.match(sparkPath(flat), /^M299\.0 31\.0L300\.0 31\.0$/);
});
