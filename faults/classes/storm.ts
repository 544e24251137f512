import type { Outcome } from "../violations.ts";
import { FINAL, notes, settle, watch, type FaultRun } from "../watch-run.ts";

const CLIENTS = 100;
const EVENTS = 100;
const SPEED = 5;

/** Everybody watches one task when the server is killed, and everybody comes back. */
export async function storm(run: FaultRun): Promise<Outcome> {
  const { world } = run;
  const task_id = world.newTask();
  await world.append(task_id, notes(1, EVENTS));
  const watches = await Promise.all(Array.from({ length: CLIENTS * run.scale }, () => watch(run, { task_id, speed: SPEED })));
  await world.restart("SIGKILL");
  await world.append(task_id, [...notes(1 + EVENTS, EVENTS), FINAL]);
  return settle(run, watches, 1);
}
