import { hkdfSync, randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config.ts";

/** AES-256. */
const SECRET_BYTES = 32;
const FILE = "secret-key";

/**
 * What people's keys are sealed with: SECRET_KEY; else, beside the embedded database, a file made once that only its owner reads.
 *
 * Null with a database of one's own and no SECRET_KEY: processes on several machines would each make another one.
 */
export async function sealingSecret({
  models,
  data_dir,
  database_url,
}: Pick<Config, "models" | "data_dir" | "database_url">): Promise<Buffer | null> {
  if (models.secret_key !== undefined)
    return Buffer.from(hkdfSync("sha256", models.secret_key, "", "wayfinder: keys of people", SECRET_BYTES));
  return database_url === undefined ? ownSecret(join(data_dir, FILE)) : null;
}

async function ownSecret(path: string): Promise<Buffer> {
  try {
    await writeFile(path, randomBytes(SECRET_BYTES).toString("hex"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as { code?: string }).code !== "EEXIST") throw error;
  }
  const secret = Buffer.from(await readFile(path, "utf8"), "hex");
  if (secret.length !== SECRET_BYTES)
    throw new Error(`${path} does not hold a secret. Put the file back, or remove it: then people enter their keys again.`);
  return secret;
}
