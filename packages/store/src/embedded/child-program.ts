import { spawn } from "node:child_process";
import type { ClusterAccount } from "./cluster-account.ts";

/** How one of PostgreSQL's programs ended: its exit code (null after a signal) and all it wrote. */
interface ProgramResult {
  code: number | null;
  output: string;
}

/**
 * The whole environment of PostgreSQL's programs: PGDATA, PGOPTIONS or a locale of whoever starts us must not
 * change the cluster. initdb runs `postgres` through /bin/sh.
 */
export const PROGRAM_ENV = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

/**
 * How a whole cluster is brought to the disk: Linux does it in one call, elsewhere it takes a call for each of a
 * thousand files (2.5 s instead of 10 ms after a crash on a busy disk).
 */
export const SYNC_METHOD = process.platform === "linux" ? "syncfs" : "fsync";

/** Spawn options that make a child run as the account (as ourselves without one). */
export function asAccount(account: ClusterAccount | undefined): { uid?: number; gid?: number } {
  return account === undefined ? {} : { uid: account.uid, gid: account.gid };
}

/** Runs a program to its end as the account, without any input. */
export async function runProgram(
  program: string,
  args: readonly string[],
  more: { account: ClusterAccount | undefined; signal?: AbortSignal },
): Promise<ProgramResult> {
  const child = spawn(program, args, {
    // The caller's folder may be one that the account cannot enter.
    cwd: "/",
    env: PROGRAM_ENV,
    ...asAccount(more.account),
    signal: more.signal,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  return new Promise((resolve, reject) => {
    let failure: Error | undefined;
    child.once("error", (error) => (failure = error));
    // Also after an abort: only now is nothing left that writes.
    child.once("close", (code) => (failure === undefined ? resolve({ code, output }) : reject(failure)));
  });
}
