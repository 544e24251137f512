import type { Outcome } from "../violations.ts";
import { FINAL, notes, pause, settle, watch, type FaultRun } from "../watch-run.ts";

const CLIENTS = 12;
const ROUNDS = 12;

/** Events are appended in one process and watched in another, whose ear on the database is cut off again and again; false word comes, too. */
export async function lostWakeUps(run: FaultRun): Promise<Outcome> {
  const { world, random } = run;
  const task_id = world.newTask();
  const [writer, reader] = await Promise.all([world.startPeer(), world.startPeer()]);
  await world.append(task_id, notes(1, 1), writer.port);
  const watches = await Promise.all(
    Array.from({ length: CLIENTS * run.scale }, () => watch(run, { task_id, port: reader.port })),
  );
  let faults = 0;
  for (let round = 0; round < ROUNDS * run.scale; round++) {
    await world.append(task_id, notes(2 + round * 5, 5), writer.port);
    faults += await world.sql(async (client) => {
      const old = { origin: "nobody", wakeUp: { kind: "task", task_id, head: random.int(0, 2 + round) } };
      for (let n = random.int(0, 2); n > 0; n--) await client.query("select pg_notify('wayfinder', $1)", [JSON.stringify(old)]);
      const cut = await client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'wayfinder bus'",
      );
      return cut.rowCount ?? 0;
    });
    await pause(random.int(0, 300));
  }
  await world.append(task_id, [FINAL], writer.port);
  const outcome = await settle(run, watches, faults);
  await Promise.all([writer.end("SIGTERM"), reader.end("SIGTERM")]);
  return outcome;
}
