import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import pg from "pg";
import { storeContract } from "@wayfinder/engine/contract";
import { commandContract } from "@wayfinder/engine/command-contract";
import { groupCommitContract } from "@wayfinder/engine/group-commit-contract";
import { removalContract } from "@wayfinder/engine/removal-contract";
import { workerContract } from "@wayfinder/engine/worker-contract";
import { startEmbeddedCluster, type EmbeddedCluster } from "./embedded/index.ts";
import { openStore } from "./open-store.ts";
import { clientConfig, type Connection } from "./database.ts";

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

const workers = cluster();
workerContract("a PostgreSQL of its own", async () => open((await workers).connection));
