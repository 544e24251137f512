import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CatalogueMap } from "../catalogue-map.ts";
import { readMap } from "../map-file.ts";

/** The map of a folder as it stands, faults and all. */
export const mapOf = (dir: string): CatalogueMap => readMap(readFileSync(join(dir, "MAP.md"), "utf8"), "MAP.md");

/** The file of a concept, in whichever domain's folder it lies, relative to the data's; null if there is none. */
export function conceptFile(dir: string, concept_id: string): string | null {
  for (const folder of readdirSync(dir, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    const name = `${concept_id}.md`;
    if (readdirSync(join(dir, folder.name)).includes(name)) return join(folder.name, name);
  }
  return null;
}
