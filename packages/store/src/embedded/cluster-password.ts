import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";

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
  await writeFile(file, JSON.stringify(passwords), { mode: 0o600, flag: "wx" });
  return passwords;
}

/** Reads what `createPasswords` wrote; throws on anything else. */
export async function readPasswords(file: string): Promise<ClusterPasswords> {
  const value: unknown = JSON.parse(await readFile(file, "utf8"));
  if (typeof value === "object" && value !== null && "superuser" in value && "application" in value) {
    return { superuser: String(value.superuser), application: String(value.application) };
  }
  throw new TypeError(`${file} does not hold the cluster's passwords`);
}

function randomPassword(): string {
  return randomBytes(PASSWORD_BYTES).toString("base64url");
}
