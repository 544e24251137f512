import type { Outcome } from "../violations.ts";
import { FINAL, notes, pause, settle, watch, type FaultRun } from "../watch-run.ts";

const CLIENTS = 20;
const FLAPS = 60;
const SIGNALS = ["offline", "online", "hidden", "visible"] as const;

/** The network goes with the connection and comes back, more often than anybody may dial, and the page, too, while events come. */
export async function flapping(run: FaultRun): Promise<Outcome> {
  const { world, random } = run;
  const task_id = world.newTask();
  await world.append(task_id, notes(1, 1));
  const watches = await Promise.all(Array.from({ length: CLIENTS * run.scale }, () => watch(run, { task_id })));
  let flaps = 0;
  for (let n = 0; n < FLAPS; n++) {
    await world.append(task_id, notes(2 + n, 1));
    for (const { client, proxy } of watches) {
      const signal = SIGNALS[random.int(0, 3)] ?? "online";
      client.signals.tell(signal);
      flaps += 1;
      if (signal === "offline") proxy.reset();
    }
    await pause(random.int(0, 30));
  }
  for (const { client } of watches) {
    client.signals.tell("online");
    client.signals.tell("visible");
  }
  await world.append(task_id, [FINAL]);
  return settle(run, watches, flaps);
}
