import { until } from "../../e2e/until.ts";
import { fastClock } from "../fast-clock.ts";
import type { FaultWorld } from "../fault-world.ts";
import { TcpProxy } from "../tcp-proxy.ts";
import type { Outcome } from "../violations.ts";
import { FINAL, notes, settle, watch, type FaultRun } from "../watch-run.ts";

const CLIENTS = 8;
const ROUNDS = 3;
/** Another connection, or a roadmap, on a busy machine, in ms. */
const SOON_MS = 60_000;
/** Backends that hold a worker's lock. Only the process under test works. */
const HOLDERS = "select pid from pg_locks where locktype = 'advisory' and classid = 7701 and granted";

/**
 * The connection by which a process hears of the others is lost on its own side only, while the database believes in it and keeps its locks:
 * another one takes its place, with the locks, and meanwhile everybody gets everything.
 */
export async function halfOpenBus(run: FaultRun): Promise<Outcome> {
  const { world } = run;
  const { socket, urlAt } = await world.database();
  const proxy = await TcpProxy.open({ target: socket, random: run.random.fork(), clock: fastClock(1) });
  const reader = await world.startPeer({ ROLE: "all", DATABASE_DIRECT_URL: urlAt(proxy.port) });
  const task_id = world.newTask();
  await world.append(task_id, notes(1, 1));
  const watches = await Promise.all(
    Array.from({ length: CLIENTS * run.scale }, () => watch(run, { task_id, port: reader.port })),
  );
  for (let round = 0; round < ROUNDS * run.scale; round++) {
    const [before] = await holders(world);
    await world.append(task_id, notes(2 + round * 10, 5));
    proxy.forsake();
    await world.append(task_id, notes(7 + round * 10, 5));
    await until("the worker's lock on another connection", SOON_MS, async () => {
      const now = await holders(world);
      return now.length === 1 && now[0] !== before;
    });
  }
  const made = await world.generate();
  await until("a roadmap by that worker", SOON_MS, async () => (await world.readLog(made)).at(-1)?.type === "completed");
  await world.append(task_id, [FINAL]);
  const outcome = await settle(run, watches, proxy.hits);
  await reader.end("SIGTERM");
  await proxy.close();
  return outcome;
}

const holders = (world: FaultWorld): Promise<number[]> =>
  world.sql(async (client) => (await client.query<{ pid: number }>(HOLDERS)).rows.map(({ pid }) => pid));
