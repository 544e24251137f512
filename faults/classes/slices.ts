import type { Outcome } from "../violations.ts";
import { FINAL, notes, settle, watch, type FaultRun } from "../watch-run.ts";

const CLIENTS = 14;
const EVENTS = 40;

/** Every byte that passes, in either direction, comes in pieces of 1 to 7. */
export async function slices(run: FaultRun): Promise<Outcome> {
  const task_id = run.world.newTask();
  await run.world.append(task_id, notes(1, EVENTS / 2));
  const faultOf = () => ({ slice: [1, 7] as const });
  const watches = await Promise.all(
    Array.from({ length: CLIENTS * run.scale }, () => watch(run, { task_id, speed: 1, faultOf })),
  );
  await run.world.append(task_id, [...notes(1 + EVENTS / 2, EVENTS / 2), FINAL]);
  return settle(run, watches, watches.length);
}
