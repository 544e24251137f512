import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { clusterSite } from "../packages/store/src/embedded/cluster-site.ts";
import { readPasswords } from "../packages/store/src/embedded/cluster-password.ts";

/** A connection of the test's own to the embedded database of a data directory, as the application's role. */
export async function embeddedSql(data_dir: string): Promise<pg.Client> {
  const site = clusterSite(data_dir);
  const { application } = await readPasswords(site.password_file);
  const client = new pg.Client({
    host: await socketFolder(site.data),
    port: 5432,
    user: "wayfinder",
    password: application,
    database: "wayfinder",
  });
  client.on("error", () => {}); // the postmaster is killed on purpose
  await client.connect();
  return client;
}

/** Pid of the running postmaster. */
export const postmasterPid = async (data_dir: string): Promise<number> => Number((await postmasterFile(data_dir))[0]);

const postmasterFile = async (data_dir: string) =>
  (await readFile(join(clusterSite(data_dir).data, "postmaster.pid"), "utf8")).split("\n");

/** Line 5 of postmaster.pid (PostgreSQL, "Database File Layout"). */
async function socketFolder(data: string): Promise<string> {
  await readdir(data);
  return (await readFile(join(data, "postmaster.pid"), "utf8")).split("\n")[4] ?? "";
}
