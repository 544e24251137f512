import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Patch } from "./planted-bug.ts";

const ROOT = join(import.meta.dirname, "..");
const COPIED = ["packages", "apps/server", "e2e", "check", "faults"];
/** Found beside the sources, made by tools, and large. */
const LEFT_OUT = new Set(["node_modules", ".next"]);

/** A copy of the sources that may be harmed. Packages of others are linked, ours are its own. */
export interface PlantedCopy {
  readonly root: string;
  /** Applies the patches and answers the way to take them back. Throws if a text is not found exactly once. */
  plant(patches: readonly Patch[]): Promise<() => Promise<void>>;
  remove(): Promise<void>;
}

export async function makePlantedCopy(): Promise<PlantedCopy> {
  const root = await mkdtemp(join(tmpdir(), "wayfinder-planted-"));
  for (const folder of COPIED)
    await cp(join(ROOT, folder), join(root, folder), { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  for (const file of ["package.json", "tsconfig.json"]) await cp(join(ROOT, file), join(root, file));
  await linkModules(root);
  return { root, plant: (patches) => plant(root, patches), remove: () => rm(root, { recursive: true }) };
}

/** A link to the whole folder would lead back to the sources that are right. */
async function linkModules(root: string): Promise<void> {
  const theirs = join(ROOT, "node_modules");
  const ours = join(root, "node_modules", "@wayfinder");
  await mkdir(ours, { recursive: true });
  for (const name of await readdir(theirs))
    if (name !== "@wayfinder") await symlink(join(theirs, name), join(root, "node_modules", name));
  for (const name of await readdir(join(root, "packages"))) await symlink(join(root, "packages", name), join(ours, name));
}

async function plant(root: string, patches: readonly Patch[]): Promise<() => Promise<void>> {
  const before = new Map<string, string>();
  for (const { file, find, put } of patches) {
    const path = join(root, file);
    const text = await readFile(path, "utf8");
    if (text.split(find).length !== 2) throw new Error(`${file} does not hold this exactly once: ${find}`);
    if (!before.has(path)) before.set(path, text);
    await writeFile(
      path,
      text.replace(find, () => put),
    );
  }
  return async () => {
    for (const [path, text] of before) await writeFile(path, text);
  };
}
