import { fastClock } from "./fast-clock.ts";
import type { FaultWorld } from "./fault-world.ts";
import type { LinkFault } from "./link-fault.ts";
import { ObservedClient } from "./observed-client.ts";
import type { Random } from "./seeded-random.ts";
import { TcpProxy } from "./tcp-proxy.ts";
import { addViolations, noOutcome, type Outcome } from "./violations.ts";

/** After the last fault a client has to be done within this time, in ms: beyond it, it hangs. */
const DONE_MS = 90_000;

/** One class of faults at work: the world, its chance, and how much of it. */
export interface FaultRun {
  readonly world: FaultWorld;
  readonly random: Random;
  /** 1 is what `npm test` does. */
  readonly scale: number;
  say(line: string): void;
  /** Whoever watches still; what is left after a failure is closed. */
  readonly opened: Set<Watch>;
}

export interface WatchOptions {
  readonly task_id: string;
  /** How many times as fast as ours the client's clock runs. */
  readonly speed?: number;
  /** The fault of the `nth` connection through the client's own proxy. */
  readonly faultOf?: (nth: number) => LinkFault;
  /** The server process that is watched, or who says it for each dial; the world's own without it. */
  readonly port?: number | (() => number);
  /** By what it is let in instead of the owner's cookie. */
  readonly getTicket?: (signal: AbortSignal) => Promise<string>;
}

/** A client behind a proxy of its own. */
export interface Watch {
  readonly task_id: string;
  readonly client: ObservedClient;
  readonly proxy: TcpProxy;
}

/** Clients that may wait ten times as impatiently as in life: backoffs of a second take a tenth of it. */
const SPEED = 10;

export async function watch(
  { world, random, opened }: FaultRun,
  { task_id, speed = SPEED, faultOf, port, getTicket }: WatchOptions,
): Promise<Watch> {
  const options = { target: port ?? world.port, random: random.fork(), clock: fastClock(1) };
  const proxy = await TcpProxy.open(faultOf === undefined ? options : { ...options, faultOf });
  const key = getTicket === undefined ? { cookie: world.cookie } : { getTicket };
  const client = new ObservedClient({ port: proxy.port, task_id, ...key, random: random.fork(), speed });
  const one = { task_id, client, proxy };
  opened.add(one);
  return one;
}

/** Waits until all are done, closes them and asks the oracle. `faults` are those that no proxy counted. */
export async function settle({ world, say, opened }: FaultRun, watches: readonly Watch[], faults = 0): Promise<Outcome> {
  const outcome = noOutcome();
  outcome.faults = faults;
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, DONE_MS);
  await Promise.race([Promise.all(watches.map(({ client }) => client.ended)), late.promise]);
  clearTimeout(timer);
  await Promise.all(
    watches.map(async (one) => {
      const { client, proxy, task_id } = one;
      const where = client.describe();
      const found = await client.close(await world.endedLog(task_id));
      if (Object.values(found).some((count) => count > 0)) say(`${task_id}: ${JSON.stringify(found)} ${where}`);
      addViolations(outcome.violations, found);
      outcome.sessions += 1;
      outcome.delivered += client.delivered;
      outcome.faults += proxy.hits;
      await proxy.close();
      opened.delete(one);
    }),
  );
  return outcome;
}

/** Events of a measured task; each differs from the others. */
export const notes = (from: number, count: number, padding = 0): object[] =>
  Array.from({ length: count }, (_, i) => ({
    type: "progress",
    step: "intent_analysis",
    status: "started",
    percent: 1,
    message: `${from + i} ${"·".repeat(padding)}`,
  }));

export const FINAL = { type: "cancelled", final: true };
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
