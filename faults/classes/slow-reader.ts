import type { Outcome } from "../violations.ts";
import { FINAL, notes, settle, watch, type FaultRun } from "../watch-run.ts";

const CLIENTS = 4;
/** More than the window of a client that acknowledges: 512 events and 512 KiB (SD4). */
const EVENTS = 700;
const PADDING = 700;
/** Bytes a second: about a megabyte takes some seconds. */
const RATE = 400_000;

/** Readers too slow for what comes: the server has to wait for them, and they get everything. */
export async function slowReader(run: FaultRun): Promise<Outcome> {
  const task_id = run.world.newTask();
  await run.world.append(task_id, notes(1, EVENTS / 2, PADDING));
  const faultOf = () => ({ rate: RATE, latency_ms: 20, jitter_ms: 20 });
  const watches = await Promise.all(
    Array.from({ length: CLIENTS * run.scale }, () => watch(run, { task_id, speed: 1, faultOf })),
  );
  await run.world.append(task_id, [...notes(1 + EVENTS / 2, EVENTS / 2, PADDING), FINAL]);
  return settle(run, watches, watches.length);
}
