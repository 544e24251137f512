import { chmod, mkdir, readdir, realpath, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { ClusterAccount } from "./cluster-account.ts";
import { ClusterError } from "./cluster-error.ts";
import { errorCode } from "./error-code.ts";
import { firstUnpassable } from "./passable-path.ts";

/** Everyone may pass to a name they know, nobody but us may list: the cluster's account has to get through. */
const PASSABLE_MODE = 0o711;
const PRIVATE_MODE = 0o700;
const PASS_FOR_ALL = 0o011;

/**
 * Makes the data directory if it is missing, makes it passable for the account if it is ours, and returns its
 * path without symbolic links. Throws `parent_not_passable` naming the first folder that is in the way.
 */
export async function prepareDataDirectory(dataDir: string, account: ClusterAccount | undefined): Promise<string> {
  const created = await create(dataDir, account);
  const real = await realpath(dataDir);
  if (account !== undefined && !created) await letPass(real);
  const blocked = await firstUnpassable(real, account);
  if (blocked !== undefined) throw notPassable(blocked, account);
  return real;
}

async function create(dataDir: string, account: ClusterAccount | undefined): Promise<boolean> {
  const mode = account === undefined ? PRIVATE_MODE : PASSABLE_MODE;
  try {
    const outermost = await mkdir(dataDir, { recursive: true, mode });
    if (outermost === undefined) return false;
    // The umask may have taken bits away, on each folder made.
    for (let made = dataDir; made.length >= outermost.length; made = dirname(made)) await chmod(made, mode);
    return true;
  } catch (error) {
    throw await creationError(dataDir, account, error);
  }
}

async function creationError(dataDir: string, account: ClusterAccount | undefined, cause: unknown): Promise<ClusterError> {
  if (errorCode(cause) === "EACCES") {
    const blocked = await firstUnpassable(dataDir, undefined);
    if (blocked !== undefined && blocked !== dataDir && (await exists(blocked))) return notPassable(blocked, account);
  }
  return new ClusterError("init_failed", `The data directory ${dataDir} cannot be created: ${String(cause)}`, { cause });
}

async function letPass(dataDir: string): Promise<void> {
  const { mode, uid } = await stat(dataDir);
  if (uid !== process.getuid?.()) return;
  const empty = (await readdir(dataDir)).length === 0;
  // A folder that holds other things keeps what it grants: it might be one that others read, such as /srv.
  const wanted = empty ? PASSABLE_MODE : (mode & 0o7777) | PASS_FOR_ALL;
  if ((mode & 0o7777) !== wanted) await chmod(dataDir, wanted);
}

function notPassable(folder: string, account: ClusterAccount | undefined): ClusterError {
  const who = account === undefined ? "this user" : `${account.name} (uid ${account.uid}), as which PostgreSQL runs,`;
  return new ClusterError(
    "parent_not_passable",
    `The folder ${folder} cannot be passed by ${who} and so the data directory cannot be reached. ` +
      `Allow passing it (chmod a+x ${folder}) or set DATA_DIR to another place.`,
  );
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
