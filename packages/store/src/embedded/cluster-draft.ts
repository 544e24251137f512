import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { processAlive } from "./process-alive.ts";

/** A draft that is older than this is abandoned even if its maker's number is in use (again). Milliseconds. */
const DRAFT_LIFE_MS = 600_000;

/** A new folder beside the cluster's final place, to build it in; its name tells who builds. */
export async function newDraftFolder(home: string): Promise<string> {
  return mkdtemp(`${draftPrefix(home)}${process.pid}-`);
}

/** Removes the drafts that killed processes left. */
export async function removeAbandonedDrafts(home: string): Promise<void> {
  const prefix = basename(draftPrefix(home));
  for (const name of await readdir(dirname(home))) {
    if (!name.startsWith(prefix)) continue;
    const draft = join(dirname(home), name);
    const maker = Number.parseInt(name.slice(prefix.length), 10);
    if (!(await processAlive(maker)) || (await isOld(draft))) {
      await removeDraft(draft);
    }
  }
}

/**
 * Removes a draft if it is there. One that cannot be removed (the initdb of a killed process may still be writing in
 * it) is in nobody's way and is left to a later start.
 */
export async function removeDraft(draft: string): Promise<void> {
  await rm(draft, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
}

function draftPrefix(home: string): string {
  return `${home}.new-`;
}

async function isOld(draft: string): Promise<boolean> {
  const made = await stat(draft).catch(() => undefined);
  return made !== undefined && Date.now() - made.mtimeMs > DRAFT_LIFE_MS;
}
