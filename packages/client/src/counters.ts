/** What a channel counted since it was made. In a healthy run all but `delivered` and `dials` are 0. */
export interface Counters {
  readonly delivered: number;
  /** Events at or below the last number: dropped (CL2). */
  readonly duplicates: number;
  /** Events past the next number: nothing was delivered, the channel reconnected (CL2). */
  readonly gaps: number;
  /** Messages of a connection that had been given up. */
  readonly stale: number;
  /** Messages that are no protocol messages, came before `connected`, or name another task. */
  readonly malformed: number;
  /** Delivered events and messages of a type that this client does not know. */
  readonly unknown: number;
  /** Delivered events that the fold could not apply. */
  readonly unfolded: number;
  /** Times that the server's log was another one and the state was cleared. */
  readonly resets: number;
  readonly dials: number;
  readonly probes: number;
}
export type CounterName = keyof Counters;

export const NO_COUNTS: Counters = {
  delivered: 0,
  duplicates: 0,
  gaps: 0,
  stale: 0,
  malformed: 0,
  unknown: 0,
  unfolded: 0,
  resets: 0,
  dials: 0,
  probes: 0,
};

/** Both together. */
export function addCounts(a: Counters, b: Omit<Counters, "unfolded">): Counters {
  const sum: Record<CounterName, number> = { ...a };
  for (const name of Object.keys(b) as (keyof typeof b)[]) sum[name] += b[name];
  return sum;
}
