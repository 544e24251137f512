import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { mkdir, mkdtemp, open, realpath, rmdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ClusterAccount } from "./cluster-account.ts";
import { ClusterError } from "./cluster-error.ts";
import { SOCKET_PORT, type ClusterSite } from "./cluster-site.ts";
import { errorCode } from "./error-code.ts";
import { firstUnpassable } from "./passable-path.ts";

/** A socket's path may have 107 bytes on Linux and 103 on macOS; a longer one cannot be bound. */
const MAX_SOCKET_PATH_BYTES = 103;

/**
 * The folder for the socket, made private to the account (0700; as root 0710 with this process's group, so that we
 * get in and no other user does). Below the cluster when that path is short enough, else below a temporary folder.
 */
export async function prepareSocketDirectory(site: ClusterSite, account: ClusterAccount | undefined): Promise<string> {
  if (isShortEnough(site.run_dir)) {
    await makeSocketDirectory(site.run_dir, account);
    return site.run_dir;
  }
  for (const parent of [tmpdir(), "/tmp"]) {
    const folder = await belowTemporary(await realpath(parent), site, account);
    if (folder !== undefined) return folder;
  }
  throw new ClusterError(
    "start_failed",
    `No folder with a path short enough for a socket: ${site.run_dir} and ${tmpdir()} are too long.`,
  );
}

/** Removes the folder after the server's end, unless it lies below the cluster or somebody has put something in it. */
export async function removeSocketDirectory(site: ClusterSite, folder: string): Promise<void> {
  if (folder !== site.run_dir) await rmdir(folder).catch(() => undefined);
}

function isShortEnough(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= MAX_SOCKET_PATH_BYTES;
}

async function belowTemporary(
  parent: string,
  site: ClusterSite,
  account: ClusterAccount | undefined,
): Promise<string | undefined> {
  const name = `wayfinder-${createHash("sha256").update(site.data).digest("hex").slice(0, 16)}`;
  const folder = join(parent, name);
  // mkdtemp adds a dash and six letters when the plain name is taken.
  if (!isShortEnough(`${folder}-XXXXXX`)) return undefined;
  if ((await firstUnpassable(parent, account)) !== undefined) return undefined;
  try {
    await makeSocketDirectory(folder, account);
    return folder;
  } catch (error) {
    if (!(error instanceof ForeignFolder)) throw error;
  }
  // Someone else has taken the name we would use; a name by chance cannot be taken beforehand.
  const other = await mkdtemp(`${folder}-`);
  await makeSocketDirectory(other, account);
  return other;
}

class ForeignFolder extends ClusterError {
  constructor(folder: string) {
    super("start_failed", `${folder} should be the folder of the database's socket but belongs to somebody else. Remove it.`);
  }
}

/** Makes the folder if it is missing and private to the account; refuses one that belongs to anybody else. */
export async function makeSocketDirectory(folder: string, account: ClusterAccount | undefined): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
  // By handle and without following links: the folder may lie where others can swap names under us.
  const handle = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW).catch((error: unknown) => {
    if (["ELOOP", "ENOTDIR", "EACCES"].includes(errorCode(error))) throw new ForeignFolder(folder);
    throw error;
  });
  try {
    const { uid } = await handle.stat();
    const ours = process.getuid?.() ?? uid;
    if (uid !== ours && uid !== account?.uid) throw new ForeignFolder(folder);
    if (account !== undefined) await handle.chown(account.uid, process.getgid?.() ?? account.gid);
    await handle.chmod(account === undefined ? 0o700 : 0o710);
  } finally {
    await handle.close();
  }
}
