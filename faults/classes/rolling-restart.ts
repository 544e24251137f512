import { addOutcome, noOutcome, type Outcome } from "../violations.ts";
import type { WatchedProcess } from "../watched-process.ts";
import { FINAL, notes, pause, settle, watch, type FaultRun } from "../watch-run.ts";

const CLIENTS = 12;
/** Clients are told to come back within 5 s: a second of ours. */
const SPEED = 5;
const BETWEEN_MS = 300;

/** Two servers on one database behind a balancer are restarted in turn while events are appended: their clients move over without a loss. */
export async function rollingRestart(run: FaultRun): Promise<Outcome> {
  const outcome = noOutcome();
  const servers = [await run.world.startPeer(), await run.world.startPeer()];
  for (let round = 0; round < run.scale; round++) addOutcome(outcome, await restartEach(run, servers));
  await Promise.all(servers.map((server) => server.end("SIGTERM")));
  return outcome;
}

async function restartEach(run: FaultRun, servers: readonly WatchedProcess[]): Promise<Outcome> {
  const { world, random } = run;
  const task_id = world.newTask();
  await world.append(task_id, notes(1, 1));
  let serving = servers;
  let dials = 0;
  const port = (): number => serving[dials++ % serving.length]?.port ?? 0;
  const watches = await Promise.all(Array.from({ length: CLIENTS }, () => watch(run, { task_id, speed: SPEED, port })));
  let going = true;
  const appending = (async () => {
    for (let at = 2; going; at += 2) {
      await world.append(task_id, notes(at, 2), port());
      await pause(2);
    }
  })();
  for (const server of servers) {
    await pause(random.int(20, BETWEEN_MS));
    serving = servers.filter((other) => other !== server);
    await server.restart("SIGTERM");
    serving = servers;
  }
  await pause(random.int(20, BETWEEN_MS));
  going = false;
  await appending;
  await world.append(task_id, [FINAL], port());
  return settle(run, watches, servers.length);
}
