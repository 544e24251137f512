import type { Outcome } from "../violations.ts";
import { FINAL, notes, pause, settle, watch, type FaultRun } from "../watch-run.ts";

const CLIENTS = 25;
const RESETS = 4;
/** Events between two resets of all connections. */
const EVENTS = 30;

/** Resets of living connections, again and again, while events come. */
export async function reset(run: FaultRun): Promise<Outcome> {
  const { world, random } = run;
  const task_id = world.newTask();
  await world.append(task_id, notes(1, 1));
  const clients = Array.from({ length: CLIENTS * run.scale }, () => watch(run, { task_id, faultOf: () => ({ jitter_ms: 5 }) }));
  const watches = await Promise.all(clients);
  for (let n = 0; n < RESETS; n++) {
    for (let at = 0; at < EVENTS; at += 3) {
      await world.append(task_id, notes(2 + n * EVENTS + at, 3));
      await pause(random.int(0, 15));
      const hit = watches[random.int(0, watches.length - 1)];
      hit?.proxy.reset();
    }
    for (const { proxy } of watches) proxy.reset();
  }
  await world.append(task_id, [FINAL]);
  return settle(run, watches);
}
