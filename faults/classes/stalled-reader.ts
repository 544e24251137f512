import { CLOSE } from "@wayfinder/protocol";
import { until } from "../../e2e/until.ts";
import type { Stop } from "../link-fault.ts";
import { compareWithLog } from "../oracle.ts";
import { clockOption } from "../clock-option.ts";
import { PlainWatcher } from "../plain-watcher.ts";
import { addViolations, type Outcome } from "../violations.ts";
import { FINAL, notes, settle, watch, type FaultRun } from "../watch-run.ts";

const CLIENTS = 4;
const PLAIN = 2;
/** The server's half a minute without progress (SD5) is so many times shorter. */
const CLOCK_SPEED = 10;
/** Kernels hold about 4 MB for a reader that does not read: 7 MB make the server itself wait. */
const EVENTS = 7_000;
const CHUNK = 500;
/** Two bytes each. */
const PADDING = 500;
/** The stall begins somewhere in the first events. */
const WITHIN_BYTES = 20_000;
/** Half a minute of the server's, and the load of a busy machine, in ms. */
const GIVEN_UP_MS = 30_000;
const GIVEN_UP = `wayfinder_socket_closes_total{code="${CLOSE.slow_reader.code}"}`;

/** Readers stop reading in the middle: the server gives them up with 4508, and when they read again they resume without a loss. */
export async function stalledReader(run: FaultRun): Promise<Outcome> {
  const { world, random, scale } = run;
  const server = await world.startPeer({ NODE_OPTIONS: clockOption(CLOCK_SPEED) });
  const { port } = server;
  const task_id = world.newTask();
  await world.append(task_id, notes(1, 10), port);
  const plain = Array.from({ length: PLAIN * scale }, () => new PlainWatcher({ port, task_id, cookie: world.cookie }));
  for (const one of plain) {
    await one.dial();
    one.pause();
  }
  const watches = await Promise.all(
    Array.from({ length: CLIENTS * scale }, () => {
      const stop: Stop = { direction: "down", after: random.int(0, WITHIN_BYTES), how: "stall", both: true };
      return watch(run, { task_id, port, speed: 1, faultOf: (nth) => (nth === 0 ? { stop } : {}) });
    }),
  );
  for (let at = 11; at < EVENTS; at += CHUNK) await world.append(task_id, notes(at, CHUNK, PADDING), port);
  const given_up = async () => (await server.metric(GIVEN_UP)) === watches.length + plain.length;
  await until("the server to give up all of them as slow readers", GIVEN_UP_MS, given_up);
  for (const { proxy } of watches) proxy.set({});
  await world.append(task_id, [FINAL], port);
  const codes = await Promise.all(
    plain.map((one) =>
      one
        .close()
        .then(() => one.dial())
        .then(() => one.close()),
    ),
  );
  const outcome = await settle(run, watches, plain.length);
  const log = await world.endedLog(task_id);
  for (const one of plain) addViolations(outcome.violations, compareWithLog(one.delivered, log, true));
  outcome.sessions += plain.length;
  outcome.delivered += plain.length * log.length;
  const wrong = codes.filter((code) => code !== CLOSE.finished.code);
  for (const code of wrong) run.say(`closed with ${String(code)}`);
  outcome.violations.unexpected += wrong.length;
  await server.end("SIGTERM");
  return outcome;
}
