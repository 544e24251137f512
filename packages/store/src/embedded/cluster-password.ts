import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { ClusterError } from "./cluster-error.ts";

/** The two passwords of a cluster, made by chance when it is made. */
export interface ClusterPasswords {
  superuser: string;
  application: string;
}

/** 24 bytes are 192 bits: beyond guessing. */
const PASSWORD_BYTES = 24;

/** Makes both passwords and writes them to a new file that only this user can read. */
export async function createPasswords(file: string): Promise<ClusterPasswords> {
  const passwords = { superuser: randomPassword(), application: randomPassword() };
  await writeFile(file, JSON.stringify(passwords), { mode: 0o600, flag: "wx", flush: true });
  return passwords;
}

/** Reads what `createPasswords` wrote; throws `start_failed` when it is not there or not for this user to read. */
export async function readPasswords(file: string): Promise<ClusterPasswords> {
  try {
    return parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new ClusterError(
      "start_failed",
      `The passwords of the database in ${file} cannot be read: ${String(cause)}. ` +
        "Start as the user who made this database, or set another DATA_DIR.",
      { cause },
    );
  }
}

function parse(text: string): ClusterPasswords {
  const value: unknown = JSON.parse(text);
  if (typeof value === "object" && value !== null && "superuser" in value && "application" in value) {
    return { superuser: String(value.superuser), application: String(value.application) };
  }
  throw new TypeError("not the two passwords");
}

function randomPassword(): string {
  return randomBytes(PASSWORD_BYTES).toString("base64url");
}
