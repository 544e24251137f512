import type { FigureHistogram, Operations } from "@wayfinder/protocol";

/** What the small charts show. Milliseconds. */
export const SPAN_MS = 5 * 60_000;

/** The figures of one reading that are drawn. */
export interface Sample {
  /** By the server's clock. Milliseconds. */
  readonly at: number;
  readonly connections: number;
  readonly slow: number;
  readonly delivered: number;
  readonly steps: number;
  readonly delay_s: number;
  readonly memory: number;
  readonly wrong: number;
  readonly latency: FigureHistogram;
}

/** The latest reading and those of the last 5 minutes, the latest included. */
export interface OperationsHistory {
  readonly operations: Operations;
  readonly samples: readonly Sample[];
}

/** A point of a chart. */
export interface Point {
  readonly at: number;
  readonly value: number;
}

/** Adds a reading. That of another process begins anew: its counters have nothing to do with the ones before. */
export function withReading(before: OperationsHistory | undefined, operations: Operations): OperationsHistory {
  const sample = sampleOf(operations);
  const isSame = before?.operations.since === operations.since;
  const kept = isSame ? before.samples.filter(({ at }) => at >= sample.at - SPAN_MS && at < sample.at) : [];
  return { operations, samples: [...kept, sample] };
}

const sampleOf = (operations: Operations): Sample => ({
  at: Date.parse(operations.at),
  connections: Object.values(operations.connections).reduce((all, n) => all + n, 0),
  slow: operations.slow_readers,
  delivered: operations.events.delivered,
  steps: operations.steps.running,
  delay_s: operations.event_loop_delay_s.p99,
  memory: operations.memory_bytes,
  wrong: operations.wrong_paths.count,
  latency: operations.append_to_write,
});

/** A counter's growth per second between neighbouring readings. */
export const ratesOf = (samples: readonly Sample[], of: (sample: Sample) => number): Point[] =>
  samples.slice(1).map((sample, i) => {
    const before = samples[i]!;
    return { at: sample.at, value: (1_000 * (of(sample) - of(before))) / (sample.at - before.at) };
  });

/** A gauge as it was read. */
export const pointsOf = (samples: readonly Sample[], of: (sample: Sample) => number): Point[] =>
  samples.map((sample) => ({ at: sample.at, value: of(sample) }));
