import type { Client } from "pg";
import { ClusterError, type ClusterHolder } from "./cluster-error.ts";
import { errorCode } from "./error-code.ts";

/** A killed holder's lock is free 8 ms after its death; a living one's is not free after this either. Milliseconds. */
const LOCK_TIMEOUT_MS = 5_000;
const LOCK_NOT_AVAILABLE = "55P03";

const LOCK_KEY = "hashtext('wayfinder'), hashtext('owner')";

/**
 * Takes the session lock `owner`: whoever holds it is the one application of this cluster, until its connection
 * ends. Throws `data_dir_in_use` naming the holder after 5 s.
 */
export async function takeOwnerLock(admin: Client, me: ClusterHolder, dataDir: string): Promise<void> {
  try {
    await admin.query(`set lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await admin.query(`select pg_advisory_lock(${LOCK_KEY})`);
  } catch (error) {
    if (errorCode(error) !== LOCK_NOT_AVAILABLE) throw error;
    throw inUse(dataDir, await readHolder(admin));
  }
  await admin.query(
    "create table if not exists cluster_owner (backend_pid int not null, pid int not null, addresses text not null)",
  );
  await admin.query("delete from cluster_owner");
  await admin.query("insert into cluster_owner values (pg_backend_pid(), $1, $2)", [me.pid, me.addresses]);
}

/** Only the row written by the connection that has the lock now says who holds it. */
async function readHolder(admin: Client): Promise<ClusterHolder | undefined> {
  try {
    const found = await admin.query<ClusterHolder>(
      `select o.pid, o.addresses from cluster_owner o join pg_locks l on l.pid = o.backend_pid
       where l.locktype = 'advisory' and l.granted and l.objsubid = 2
         and (l.classid::bigint, l.objid::bigint) = (hashtext('wayfinder')::bigint & 4294967295, hashtext('owner')::bigint & 4294967295)`,
    );
    return found.rows[0];
  } catch (error) {
    // Taken a moment ago for the first time: the table is not there yet.
    if (errorCode(error) === "42P01") return undefined;
    throw error;
  }
}

function inUse(dataDir: string, holder: ClusterHolder | undefined): ClusterError {
  const who = holder === undefined ? "another process" : `process ${holder.pid} (${holder.addresses})`;
  return new ClusterError(
    "data_dir_in_use",
    `The data directory ${dataDir} is in use by ${who}. Use that one, stop it, or set another DATA_DIR.`,
    { holder },
  );
}
