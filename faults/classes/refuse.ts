import type { Outcome } from "../violations.ts";
import { FINAL, notes, pause, settle, watch, type FaultRun } from "../watch-run.ts";

const CLIENTS = 20;
const ROUNDS = 3;
const EVENTS = 20;

/** Nobody answers for a while: connections are reset and new ones refused, while events come. */
export async function refuse(run: FaultRun): Promise<Outcome> {
  const { world, random } = run;
  const task_id = world.newTask();
  await world.append(task_id, notes(1, 1));
  const watches = await Promise.all(Array.from({ length: CLIENTS * run.scale }, () => watch(run, { task_id })));
  let refusals = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await world.append(task_id, notes(2 + round * EVENTS, EVENTS / 2));
    await pause(random.int(20, 120));
    for (const { proxy } of watches) {
      proxy.refuse();
      proxy.reset();
    }
    refusals += watches.length;
    await world.append(task_id, notes(2 + round * EVENTS + EVENTS / 2, EVENTS / 2));
    await pause(random.int(20, 250));
    await Promise.all(watches.map(({ proxy }) => proxy.accept()));
  }
  await world.append(task_id, [FINAL]);
  return settle(run, watches, refusals);
}
