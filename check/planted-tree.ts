import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ROOT } from "./run-command.ts";

/** What a tree needs so that the check reads it as it reads ours. */
const CONFIGURATION = ["oxlint.config.ts", "check/import-table.ts", "knip.json", ".oxfmtrc.json"];

/** Calls `look` with a temporary tree that holds the check's configuration and the given files, by path. Removes it afterwards. */
export async function inPlantedTree<T>(files: Readonly<Record<string, string>>, look: (root: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), "wayfinder-planted-"));
  try {
    for (const file of CONFIGURATION) await cp(join(ROOT, file), join(root, file));
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), text);
    }
    return await look(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
