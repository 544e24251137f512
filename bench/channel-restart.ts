import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { quantile } from "./quantiles.ts";

/** A server of the benchmark: how it is started, and where its sockets are. */
export type BenchTarget = Readonly<Record<string, unknown>> & { readonly name: string; readonly port: number };

interface Server {
  readonly host: string;
  readonly port: number;
  start(): Promise<void>;
  kill(): Promise<void>;
}

interface Opened {
  readonly ok: boolean;
  readonly wallMs: number;
  readonly connectedMs: readonly number[];
  readonly historyMs: readonly number[];
}

interface Driver {
  close(): void;
}

/** What the benchmark's folder offers to a scenario; loaded from there, not copied. */
interface Harness {
  readonly Server: new (target: BenchTarget) => Server;
  readonly Load: new (workers: number) => { end(): Promise<void> };
  open(load: unknown, server: Server, what: { n: number; tasks: readonly string[]; history: number }): Promise<Opened>;
  seed(driver: Driver, tasks: readonly string[], count: number): Promise<void>;
}

interface Drivers {
  create(target: BenchTarget & { host: string; port: number }): Driver;
}

/** The scenario `replay` with nothing warm. */
export interface ReplayAfterRestart {
  readonly ok: boolean;
  readonly connectedP50: number;
  readonly historyP50: number;
  readonly historyP99: number;
  readonly eventsPerS: number;
}

const load = async <T>(...path: string[]): Promise<T> => (await import(pathToFileURL(resolve(join(...path))).href)) as T;

const tenth = (ms: number): number => Math.round(ms * 10) / 10;

/** Kills the server over a log of `history` events, starts it again, and lets `clients` ask for all of it at once: every byte comes from the table. */
export async function replayAfterRestart(
  folder: string,
  target: BenchTarget,
  { clients, history }: { clients: number; history: number },
): Promise<ReplayAfterRestart> {
  const harness = await load<Harness>(folder, "bench/harness.mjs");
  const { create } = await load<Drivers>(folder, "bench/drivers/append.mjs");
  const server = new harness.Server(target);
  const workers = new harness.Load(1);
  const tasks = [`restart-${Date.now().toString(36)}`];
  try {
    await server.start();
    const driver = create({ ...target, host: server.host, port: server.port });
    await harness.seed(driver, tasks, history);
    driver.close();
    await server.kill();
    await server.start();
    const { ok, wallMs, connectedMs, historyMs } = await harness.open(workers, server, { n: clients, tasks, history });
    return {
      ok,
      connectedP50: tenth(quantile(connectedMs, 0.5)),
      historyP50: tenth(quantile(historyMs, 0.5)),
      historyP99: tenth(quantile(historyMs, 0.99)),
      eventsPerS: Math.round((clients * history) / (wallMs / 1_000)),
    };
  } finally {
    await server.kill();
    await workers.end();
  }
}
