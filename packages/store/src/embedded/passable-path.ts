import { access, constants, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { ClusterAccount } from "./cluster-account.ts";

/** The rights asked for, as the bits of one rwx triple. */
const READ = 4;
const PASS = 1;

/**
 * The outermost folder on the way to `path` (itself included) that the account cannot pass, or undefined.
 * Without an account the question is asked for this process. `path` must exist and be free of symbolic links.
 */
export async function firstUnpassable(path: string, account: ClusterAccount | undefined): Promise<string | undefined> {
  for (const folder of ancestors(path)) {
    if (!(await may(folder, PASS, account))) return folder;
  }
  return undefined;
}

/** Whether the account may read the file or folder itself (and pass or run it with `andPass`). */
export async function mayRead(path: string, andPass: boolean, account: ClusterAccount | undefined): Promise<boolean> {
  return may(path, andPass ? READ | PASS : READ, account);
}

async function may(path: string, rights: number, account: ClusterAccount | undefined): Promise<boolean> {
  if (account === undefined) {
    const mode = (rights & READ ? constants.R_OK : 0) | (rights & PASS ? constants.X_OK : 0);
    return access(path, mode).then(
      () => true,
      () => false,
    );
  }
  const { mode, uid, gid } = await stat(path);
  // Node drops the supplementary groups when it spawns with a uid, so the three triples are the whole answer.
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & rights) === rights;
}

function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [...ancestors(parent), path];
}
