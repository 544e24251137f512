import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import { storeContract } from "@wayfinder/engine/contract";
import { budgetContract } from "@wayfinder/engine/budget-contract";
import { callContract } from "@wayfinder/engine/call-contract";
import { changeContract } from "@wayfinder/engine/change-contract";
import { commandContract } from "@wayfinder/engine/command-contract";
import { groupCommitContract } from "@wayfinder/engine/group-commit-contract";
import { leftContract } from "@wayfinder/engine/left-contract";
import { parallelContract } from "@wayfinder/engine/parallel-contract";
import { pauseContract } from "@wayfinder/engine/pause-contract";
import { GOAL } from "@wayfinder/engine/contract-world";
import { removalContract } from "@wayfinder/engine/removal-contract";
import { workerContract } from "@wayfinder/engine/worker-contract";
import { Bus } from "./bus.ts";
import { startEmbeddedCluster, type EmbeddedCluster } from "./embedded/index.ts";
import { openStore } from "./open-store.ts";
import { clientConfig, openDatabase, openPool, type Connection } from "./database.ts";
import { listen, notifyOthers } from "./listeners.ts";

const clusters: { cluster: EmbeddedCluster; data_dir: string }[] = [];
after(async () => {
  for (const { cluster, data_dir } of clusters) {
    await cluster.stop();
    await rm(data_dir, { recursive: true });
  }
});

async function cluster(): Promise<EmbeddedCluster> {
  const data_dir = await mkdtemp(join(tmpdir(), "wayfinder-store-"));
  const made = await startEmbeddedCluster({ data_dir, addresses: "a test" });
  clusters.push({ cluster: made, data_dir });
  return made;
}

let opened = 0;
const open = (connection: Connection) =>
  openStore({
    connection,
    origin: `process ${(opened += 1)}`,
    onError: (error) => {
      throw error;
    },
  });

const embedded = cluster();
storeContract(
  "the embedded cluster",
  async () => open((await embedded).connection),
  async () => {
    const stranger = new pg.Client(clientConfig((await embedded).connection));
    await stranger.connect();
    for (const payload of ["", "null", "[]", "{}", "not JSON", '{"wakeUp":null}'])
      await stranger.query("select pg_notify('wayfinder', $1)", [payload]);
    await stranger.end();
  },
);

const external = cluster();
const openExternal = async () => {
  const { host, port, user, password, database } = (await external).connection;
  const url = `postgresql://${user}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
  return open({ url });
};
storeContract("a PostgreSQL given by its URL", openExternal);
commandContract("a PostgreSQL given by its URL", openExternal);

commandContract("the embedded cluster", async () => open((await embedded).connection));
removalContract("the embedded cluster", async () => open((await embedded).connection));
for (const contract of [callContract, budgetContract, pauseContract, parallelContract, changeContract, leftContract])
  contract("the embedded cluster", async () => open((await embedded).connection));

test("LG10 nothing of a model's answers is left in the table once a chain is gone", async () => {
  const store = await open((await embedded).connection);
  const [task_id, user_id, roadmap_id] = [randomUUID(), randomUUID(), randomUUID()];
  await store.createGuest({ user_id, token_hash: user_id });
  const steps = [{ path: "intent_analysis", name: "intent_analysis", input: null }] as const;
  await store.createTask({ task_id, user_id, roadmap_id, epoch: "e", goal: GOAL, steps });
  const { worker_id } = await store.registerWorker();
  const claimed = await store.claimSteps({ worker_id, limit: 1_000, lease_ms: 60_000 });
  const { lease } = claimed.find((step) => step.lease.task_id === task_id)!;
  const worst = { input_tokens: 1, output_tokens: 1, cost_usd: null };
  const request = { key: "k", input: "i", role: "r", model: "m", prompt: "p", worst };
  const begun = await store.beginCall({ lease, request, budgets: {} });
  assert.ok(begun.outcome === "begun");
  await store.finishCall({ call_id: begun.call_id, answer: { text: "a secret", finish: "stop", cost: worst } });
  await store.cancelTask({ task_id });
  const client = new pg.Client(clientConfig((await embedded).connection));
  await client.connect();
  const answers = async () =>
    (await client.query<{ answer: string | null }>("select answer from model_call where task_id = $1", [task_id])).rows;
  assert.deepEqual(await answers(), [{ answer: "a secret" }]);
  await store.removeTask({ task_id });
  assert.deepEqual(await answers(), [{ answer: null }]);
  await client.end();
  await store.close();
});

/** Every transaction leaves its id on the rows it wrote. */
async function commits(task_ids: readonly string[]): Promise<number> {
  const client = new pg.Client(clientConfig((await embedded).connection));
  await client.connect();
  const { rows } = await client.query<{ n: string }>(
    "select count(distinct xmin::text) as n from task_event where task_id = any($1)",
    [task_ids],
  );
  await client.end();
  return Number(rows[0]?.n);
}
groupCommitContract("the embedded cluster", async () => open((await embedded).connection), commits);

test("LG7 where nobody else listens nobody is told; a newcomer is, and after a while whoever may be there", async (t) => {
  const { connection } = await embedded;
  const told: (readonly string[])[] = [];
  const onError = (error: unknown) => assert.fail(String(error));
  const notify = async (payloads: readonly string[]) => told.push(payloads) < 0;
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const bus = await Bus.open({ connection, notify, origin: "here", onError });
  const tell = () => {
    bus.tell({ kind: "task", task_id: "t", head: 1 });
    t.mock.timers.tick(20);
    return told.length;
  };
  assert.deepEqual([told.length, tell(), tell()], [1, 1, 1], "a greeting and no more");
  t.mock.timers.tick(5_000);
  assert.equal(tell(), 2);
  await setImmediate();
  assert.equal(tell(), 2);
  const heard = new Promise<unknown>((resolve) => bus.onWakeUp(resolve));
  const newcomer = new pg.Client(clientConfig(connection));
  await newcomer.connect();
  await newcomer.query("select pg_notify('wayfinder', $1)", [JSON.stringify({ origin: "there", wakeUp: { kind: "step" } })]);
  await heard;
  assert.equal(tell(), 3);
  await Promise.all([newcomer.end(), bus.close()]);
});

test("LG7 a listening process is seen by the others, not by itself", async () => {
  const { connection } = await embedded;
  const pool = openPool(connection, () => {});
  const db = openDatabase(pool);
  const clients = await Promise.all(
    [1, 2].map(async () => {
      const client = new pg.Client(clientConfig(connection));
      await client.connect();
      return client;
    }),
  );
  const [one, two] = clients as [pg.Client, pg.Client];
  await listen(one);
  const { rows } = await one.query<{ pid: number }>("select pg_backend_pid() as pid");
  const others = await sql<{ n: number }>`
    select count(*)::int as n from pg_locks where locktype = 'advisory' and classid = 7703 and pid <> ${rows[0]!.pid}`.execute(
    db,
  );
  // stores of other tests in this file listen, too
  assert.equal(await notifyOthers(db, [], rows[0]!.pid), others.rows[0]!.n > 0);
  await listen(two);
  assert.equal(await notifyOthers(db, [], rows[0]!.pid), true);
  await Promise.all(clients.map((client) => client.end()));
  await db.destroy();
});

const workers = cluster();
workerContract("a PostgreSQL of its own", async () => open((await workers).connection));

test("LG7 a bus that could not be opened tries no more", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const errors: unknown[] = [];
  const connection = { host: "/nowhere", port: 1, user: "u", password: "p", database: "d" };
  const onError = (error: unknown) => void errors.push(error);
  await assert.rejects(Bus.open({ connection, notify: async () => true, origin: "here", onError }), /ENOENT/);
  for (let turn = 0; turn < 20; turn += 1) {
    t.mock.timers.tick(1_000);
    await setImmediate();
  }
  assert.deepEqual(errors, []);
});
