import type { LinkFault, Stop } from "../link-fault.ts";
import type { Random } from "../seeded-random.ts";
import type { Outcome } from "../violations.ts";
import { FINAL, notes, pause, settle, watch, type FaultRun, type Watch } from "../watch-run.ts";

/** Two heartbeats of silence and 5 s are 45 s of the client's clock: at this speed 1.5 s. */
const SPEED = 30;
const CLIENTS = 40;
const EVENTS = 60;
/** Past the handshake, `connected` and half the events. */
const WITHIN_BYTES = 6_000;

/** Connections stay open and fall silent after some byte: from one side, from the other, or both. */
export async function halfOpen(run: FaultRun): Promise<Outcome> {
  const task_id = run.world.newTask();
  await run.world.append(task_id, notes(1, EVENTS / 2));
  const watches: Watch[] = [];
  for (let i = 0; i < CLIENTS * run.scale; i++) {
    const stall = stallOf(run.random);
    watches.push(await watch(run, { task_id, speed: SPEED, faultOf: (nth) => (nth === 0 ? stall : {}) }));
  }
  for (let at = 0; at < EVENTS / 2; at += 5) {
    await run.world.append(task_id, notes(EVENTS / 2 + at + 1, 5));
    await pause(20);
  }
  await run.world.append(task_id, [FINAL]);
  return settle(run, watches);
}

function stallOf(random: Random): LinkFault {
  const kind = random.int(0, 2);
  const stop: Stop = {
    direction: kind === 0 ? "up" : "down",
    after: random.int(0, kind === 0 ? 260 : WITHIN_BYTES),
    how: "stall",
    both: kind === 2,
  };
  return { stop };
}
