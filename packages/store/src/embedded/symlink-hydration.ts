import { lstat, readFile, symlink } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { errorCode } from "./error-code.ts";

interface Link {
  source: string;
  target: string;
}

/**
 * Makes the symbolic links that an npm archive cannot carry and that the package's install script would have made
 * (install scripts are often not run). Returns how many were missing. Throws when the folder cannot be written.
 */
export async function hydrateSymlinks(native: string): Promise<number> {
  let made = 0;
  for (const link of await missingSymlinks(native)) {
    try {
      await symlink(relative(dirname(link.target), link.source), link.target);
    } catch (error) {
      // Another starter was faster.
      if (errorCode(error) !== "EEXIST") throw error;
    }
    made += 1;
  }
  return made;
}

/** The links named in `pg-symlinks.json` that are not there, as absolute paths inside `native`. */
async function missingSymlinks(native: string): Promise<Link[]> {
  const missing: Link[] = [];
  for (const link of await readLinks(native)) {
    try {
      await lstat(link.target);
    } catch (error) {
      if (errorCode(error) !== "ENOENT") throw error;
      missing.push(link);
    }
  }
  return missing;
}

async function readLinks(native: string): Promise<Link[]> {
  try {
    const list: unknown = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8"));
    return Array.isArray(list) ? list.map((entry: unknown) => toLink(native, entry)) : [];
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}

function toLink(native: string, entry: unknown): Link {
  if (typeof entry !== "object" || entry === null || !("source" in entry) || !("target" in entry)) {
    throw new TypeError("pg-symlinks.json holds an entry without source and target");
  }
  return { source: inside(native, String(entry.source)), target: inside(native, String(entry.target)) };
}

/** The list writes paths from the package's root: "native/lib/…". */
function inside(native: string, listed: string): string {
  const path = resolve(native, listed.replace(/^native\//, ""));
  if (!path.startsWith(resolve(native) + sep)) throw new TypeError(`pg-symlinks.json leaves its folder: ${listed}`);
  return path;
}
