import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";

/** What tools leave behind, and tests: none of it changes the result. */
const LEFT_OUT = /^(node_modules|\.next|.*\.tsbuildinfo|next-env\.d\.ts|.*\.test\.tsx?)$/;

/** A hash (hex) of the names and bytes of files and folders below `root`; equal trees give equal hashes wherever they lie. */
export async function sourceHash(root: string, paths: readonly string[]): Promise<string> {
  const files = (await Promise.all(paths.map((path) => filesBelow(join(root, path))))).flat().sort();
  const hash = createHash("sha256");
  for (const file of files) {
    const bytes = await readFile(file);
    hash.update(`${relative(root, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

async function filesBelow(path: string): Promise<string[]> {
  if (LEFT_OUT.test(basename(path))) return [];
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path);
  return (await Promise.all(entries.map((entry) => filesBelow(join(path, entry))))).flat();
}
