import { readFile, stat } from "node:fs/promises";
import { errorCode } from "./error-code.ts";

/** A system account by number, as `spawn` and `chown` want it. */
export interface ClusterAccount {
  name: string;
  uid: number;
  gid: number;
}

/** In the order of preference: one made for us, one made for PostgreSQL, one that owns nothing. */
const PREFERRED_NAMES = ["wayfinder", "postgres", "nobody"];

/** What every system calls `nobody` when the account file does not say. */
const NOBODY: ClusterAccount = { name: "nobody", uid: 65534, gid: 65534 };

/**
 * The account PostgreSQL must run as, or undefined when that is the one this process runs as already.
 * Only root has a choice (PostgreSQL refuses root): the owner of an existing cluster, else the first preferred name.
 */
export async function clusterAccount(clusterData: string, accountFile = "/etc/passwd"): Promise<ClusterAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  return (await ownerOf(clusterData)) ?? preferredAccount(await readAccounts(accountFile));
}

/** Picks the account to run as from the text of an account file. */
export function preferredAccount(accounts: string): ClusterAccount {
  const rows = accounts.split("\n").map((line) => line.split(":"));
  for (const name of PREFERRED_NAMES) {
    const row = rows.find((fields) => fields[0] === name);
    const uid = Number.parseInt(row?.[2] ?? "", 10);
    const gid = Number.parseInt(row?.[3] ?? "", 10);
    // An alias of root would be refused by PostgreSQL; negative numbers (macOS) cannot be handed to chown.
    if (uid > 0 && gid >= 0) return { name, uid, gid };
  }
  return NOBODY;
}

async function ownerOf(path: string): Promise<ClusterAccount | undefined> {
  try {
    const { uid, gid } = await stat(path);
    return uid === 0 ? undefined : { name: `uid ${uid}`, uid, gid };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function readAccounts(accountFile: string): Promise<string> {
  try {
    return await readFile(accountFile, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return "";
    throw error;
  }
}
