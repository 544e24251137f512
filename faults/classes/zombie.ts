import { isDeepStrictEqual } from "node:util";
import { until } from "../../e2e/until.ts";
import { addOutcome, noOutcome, type Outcome } from "../violations.ts";
import type { WatchedProcess } from "../watched-process.ts";
import { pause, settle, watch, type FaultRun } from "../watch-run.ts";

const TASKS = 4;
/** Leases of 5 s run out and are swept, and four roadmaps are made, on a busy machine, in ms. */
const DONE_MS = 60_000;
/** A transaction that is still idle after this long, in ms, belongs to the process that was stopped. */
const FROZEN_MS = 60;
const WITHIN_MS = 12;
const TRIES = 200;

/** Where a worker is stopped: with steps at work, and, harder, between the statements of a transaction that holds their rows. */
const MOMENTS = ["within a transaction", "at work"] as const;
type Moment = (typeof MOMENTS)[number];

/** A worker is stopped past its leases, another one takes over and finishes, and then the first one goes on: nothing of it counts any more. */
export async function zombie(run: FaultRun): Promise<Outcome> {
  const outcome = noOutcome();
  for (let round = 0; round < run.scale; round++) for (const moment of MOMENTS) addOutcome(outcome, await raise(run, moment));
  return outcome;
}

async function raise(run: FaultRun, moment: Moment): Promise<Outcome> {
  const { world } = run;
  const first = await world.startPeer({ ROLE: "worker" });
  const { tasks, frozen } = await freezeAtWork(run, first, moment);
  const watches = await Promise.all(tasks.map((task_id) => watch(run, { task_id })));
  const second = await world.startPeer({ ROLE: "worker" });
  await untilEnded(run, tasks);
  const before = await Promise.all(tasks.map((task_id) => world.readLog(task_id)));
  await second.end("SIGTERM");
  first.signal("SIGCONT");
  await untilEnded(run, [await world.generate()]); // by the zombie, which is a worker like any again
  const outcome = await settle(run, watches, frozen);
  for (const [i, task_id] of tasks.entries())
    if (!isDeepStrictEqual(await world.readLog(task_id), before[i])) outcome.violations.twice += 1;
  outcome.violations.twice += await runTwice(run);
  await first.end("SIGTERM");
  return outcome;
}

/** Makes tasks until the worker is stopped in the moment that is wanted; resolves to the tasks then open, and the steps that it held. */
async function freezeAtWork(run: FaultRun, worker: WatchedProcess, moment: Moment): Promise<{ tasks: string[]; frozen: number }> {
  const { world, random } = run;
  let tasks: string[] = [];
  for (let i = 0; i < TRIES; i++) {
    if ((await openSteps(run, tasks)) === 0) tasks = await Promise.all(Array.from({ length: TASKS }, () => world.generate()));
    await pause(random.int(0, WITHIN_MS));
    worker.signal("SIGSTOP");
    await pause(FROZEN_MS);
    const { steps, transactions } = await heldNow(run, tasks);
    if (steps > 0 && (moment === "at work" || transactions > 0)) return { tasks, frozen: steps };
    worker.signal("SIGCONT");
  }
  throw new Error(`The worker was never ${moment}.`);
}

/** Steps of the tasks that are claimed, and transactions that nobody goes on with. */
const heldNow = ({ world }: FaultRun, tasks: readonly string[]): Promise<{ steps: number; transactions: number }> =>
  world.sql(async (client) => {
    const { rows } = await client.query<{ steps: number; transactions: number }>(
      `select (select count(*) from step where status = 'running' and task_id = any($1))::int as steps,
        (select count(*) from pg_stat_activity where application_name = 'wayfinder' and state = 'idle in transaction'
          and state_change < now() - ${FROZEN_MS / 2} * interval '1 ms')::int as transactions`,
      [tasks],
    );
    return rows[0] ?? { steps: 0, transactions: 0 };
  });

const openSteps = ({ world }: FaultRun, tasks: readonly string[]): Promise<number> =>
  world.sql(async (client) => {
    const open = "select 1 from step where status in ('ready', 'running') and task_id = any($1)";
    return (await client.query(open, [tasks])).rowCount ?? 0;
  });

async function untilEnded({ world }: FaultRun, tasks: readonly string[]): Promise<void> {
  await until(`the end of ${tasks.join()}`, DONE_MS, () =>
    world.sql(async (client) => {
      const ended = "select 1 from task where task_id = any($1) and status = 'completed'";
      return (await client.query(ended, [tasks])).rowCount === tasks.length;
    }),
  );
}

/** Steps of any task that were completed more than once. */
const runTwice = ({ world }: FaultRun): Promise<number> =>
  world.sql(async (client) => {
    const twice = "select 1 from attempt where outcome = 'completed' group by task_id, path having count(*) > 1";
    return (await client.query(twice)).rowCount ?? 0;
  });
