import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { Client, type QueryResultRow } from "pg";
import type { ClusterAccount } from "./cluster-account.ts";
import { startEmbeddedCluster, stopEmbeddedCluster } from "./index.ts";
import type { EmbeddedCluster, EmbeddedClusterOptions } from "./index.ts";

/** What holder processes call themselves. */
export const ADDRESSES = "http://localhost:3000, http://localhost:8000";

/** Whether the test itself runs as root: then clusters belong to another account. */
export const AS_ROOT = process.getuid?.() === 0;

/** A folder of one test. */
export interface Place {
  folder: string;
  /** A data directory in it that is not there yet. */
  data_dir: string;
  /** What is undone after the test, the last first. */
  undo: (() => Promise<unknown>)[];
}

/** A new folder that every user may pass; it and all clusters and processes started in it are gone after the test. */
export async function newPlace(t: TestContext): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "wf-"));
  await chmod(folder, 0o711);
  const dataDir = join(folder, "data");
  const undo = [
    async () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
    async () => stopEmbeddedCluster(dataDir),
  ];
  t.after(async () => {
    for (const step of undo.reverse()) await step();
  });
  return { folder, data_dir: dataDir, undo };
}

/** Starts a cluster in this process, in the place's data directory unless told otherwise. */
export async function started(place: Place, options: Partial<EmbeddedClusterOptions> = {}): Promise<EmbeddedCluster> {
  const cluster = await startEmbeddedCluster({ data_dir: place.data_dir, addresses: "http://localhost:3000", ...options });
  place.undo.push(() => cluster.stop());
  return cluster;
}

/** One query on a connection of its own. */
export async function ask<Row extends QueryResultRow>(connection: EmbeddedCluster["connection"], sql: string): Promise<Row[]> {
  const client = new Client({ ...connection, ssl: false });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** What a holder process reports: its cluster, or why it has none. */
interface HolderReport {
  connection: EmbeddedCluster["connection"];
  adopted: boolean;
  postmaster_pid: number;
  error?: { code: string; message: string };
}

/** A separate process that holds a cluster until its standard input ends; it is killed after the test. */
export async function spawnHolder(place: Place, request: object): Promise<{ child: ChildProcess; report: HolderReport }> {
  const child = startHolder(place, request);
  if (child.stdout === null) throw new Error("a holder without an output");
  for await (const line of createInterface({ input: child.stdout })) {
    const report: HolderReport = JSON.parse(line);
    return { child, report };
  }
  throw new Error("the holder ended without a report");
}

/** Like `spawnHolder`, but without waiting until it has the cluster. */
export function startHolder(place: Place, request: object): ChildProcess {
  const script = fileURLToPath(new URL("./cluster-holder.fixture.ts", import.meta.url));
  const child = spawn(
    process.execPath,
    [script, JSON.stringify({ data_dir: place.data_dir, addresses: ADDRESSES, ...request })],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  place.undo.push(() => killed(child));
  return child;
}

/** Lets a holder stop its cluster and waits until it has ended. */
export async function released(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.stdin?.end();
  await gone;
}

/** Kills a process without warning and waits until it is gone. */
export async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** Repeats until it succeeds, at most 200 times 50 ms; what the last try threw otherwise. */
export async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** A user of this machine who is neither root nor the one given (only root can become him). */
export async function anotherUser(than: number): Promise<ClusterAccount> {
  for (const line of (await readFile("/etc/passwd", "utf8")).split("\n")) {
    const [name = "", , uid, gid] = line.split(":");
    if (Number(uid) > 0 && Number(uid) !== than) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new Error("this machine has no other user");
}
