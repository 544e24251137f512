import { eachOf } from "../../check/pool.ts";
import type { Direction, Stop } from "../link-fault.ts";
import { addOutcome, noOutcome, type Outcome } from "../violations.ts";
import { FINAL, notes, settle, watch, type FaultRun } from "../watch-run.ts";

/** Bytes of a session that are tried one by one at scale 1: the handshake, `connected` and the first events. */
const DOWN_BYTES = 700;
/** The client's own bytes: its handshake and the beginning of its first ack. */
const UP_BYTES = 300;
const EVENTS = 70;
const AT_A_TIME = 40;

/** The first connection of a client is cut after byte k, for every k: with an end and with a reset by turns. */
export async function cut(run: FaultRun): Promise<Outcome> {
  const outcome = noOutcome();
  const task_id = run.world.newTask();
  await run.world.append(task_id, [...notes(1, EVENTS), FINAL]);
  const turn = run.random.int(0, 1);
  const each = async (direction: Direction, after: number): Promise<void> => {
    const stop: Stop = { direction, after, how: (after + turn) % 2 === 0 ? "end" : "reset" };
    const one = await watch(run, { task_id, faultOf: (nth) => (nth === 0 ? { stop } : {}) });
    addOutcome(outcome, await settle(run, [one]));
  };
  await eachOf(upTo(DOWN_BYTES * run.scale), AT_A_TIME, (after) => each("down", after));
  await eachOf(upTo(UP_BYTES), AT_A_TIME, (after) => each("up", after));
  return outcome;
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
