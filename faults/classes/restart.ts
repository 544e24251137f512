import type { Outcome } from "../violations.ts";
import { addOutcome, noOutcome } from "../violations.ts";
import { FINAL, notes, pause, settle, watch, type FaultRun } from "../watch-run.ts";

const CLIENTS = 12;
const ROUNDS = 2;
/** The server ends at some moment of this time after the first append, in ms. */
const WITHIN_MS = 400;
/** A restart takes seconds of ours; slower clients try while it is away and after. */
const SPEED = 5;

/** The server is killed at random points while events are appended, and started again on the same port. */
export const sigkill = (run: FaultRun): Promise<Outcome> => restarts(run, "SIGKILL", ROUNDS);

/** The server is told to stop while events are appended, and started again: its clients come back without a loss. */
export const restart = (run: FaultRun): Promise<Outcome> => restarts(run, "SIGTERM", 1);

async function restarts(run: FaultRun, signal: "SIGKILL" | "SIGTERM", rounds: number): Promise<Outcome> {
  const outcome = noOutcome();
  for (let round = 0; round < rounds * run.scale; round++) addOutcome(outcome, await restartOnce(run, signal));
  return outcome;
}

async function restartOnce(run: FaultRun, signal: "SIGKILL" | "SIGTERM"): Promise<Outcome> {
  const { world, random } = run;
  const task_id = world.newTask();
  await world.append(task_id, notes(1, 1));
  const watches = await Promise.all(Array.from({ length: CLIENTS }, () => watch(run, { task_id, speed: SPEED })));
  let going = true;
  const appending = (async () => {
    for (let at = 2; going; at += 2) {
      await world.append(task_id, notes(at, 2));
      await pause(2);
    }
  })();
  await pause(random.int(20, WITHIN_MS));
  await world.restart(signal);
  going = false;
  await appending;
  await world.append(task_id, [FINAL]);
  return settle(run, watches, 1);
}
