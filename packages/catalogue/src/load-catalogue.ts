import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Language, Level, ResourceKind } from "@wayfinder/protocol";
import type { CatalogueConcept } from "./catalogue-concept.ts";
import type { CatalogueMap } from "./catalogue-map.ts";
import type { Catalogue } from "./catalogue.ts";
import { publishedOf } from "./closure.ts";
import { conceptParts, quizSource, sectionsOf } from "./concept-body.ts";
import { type ConceptHead, conceptHead } from "./concept-head.ts";
import { readMap } from "./map-file.ts";
import { matchIndex } from "./match/match-index.ts";
import { CatalogueFileError } from "./problem-line.ts";
import { yamlBlock, yamlValue } from "./yaml-block.ts";

/** The folder with the data files of this package. */
export const DATA_DIR = fileURLToPath(new URL("../data", import.meta.url));

/** What becomes of a file that cannot be used. */
export type FaultHandler = (fault: CatalogueFileError) => void;

const refuse: FaultHandler = (fault) => {
  throw fault;
};

/**
 * Reads the catalogue once: the map and every concept file. Publishes the concepts whose hard prerequisites up to the roots have a file.
 * Throws `CatalogueFileError`, which begins with path and line, on the first file that cannot be used; with `onFault` such files are left out.
 */
export function loadCatalogue(dir: string = DATA_DIR, onFault: FaultHandler = refuse): Catalogue {
  const mapPath = join(dir, "MAP.md");
  const map = readMap(readFileSync(mapPath, "utf8"), mapPath);
  const [fault] = map.problems;
  if (fault) onFault(new CatalogueFileError(fault));
  const written = new Map<string, CatalogueConcept>();
  for (const path of conceptFiles(dir, map)) {
    try {
      const concept = readConcept(path, readFileSync(path, "utf8"));
      if (!map.concepts.has(concept.id))
        throw new CatalogueFileError({ path, line: 1, rule: "L24", message: `${concept.id} is not in MAP.md` });
      written.set(concept.id, concept);
    } catch (error) {
      if (!(error instanceof CatalogueFileError)) throw error;
      onFault(error);
    }
  }
  return makeCatalogue(map, written);
}

/** A catalogue out of a map and the concepts that are written; those whose prerequisites are missing stay unpublished. */
export function makeCatalogue(map: CatalogueMap, written: ReadonlyMap<string, CatalogueConcept>): Catalogue {
  const published = publishedOf(written);
  // in the order of the map, so that every list made from it is the same on every machine
  const concepts = new Map([...map.concepts.keys()].flatMap((id) => entry(published, id)));
  return { map, concepts, index: matchIndex(map, concepts) };
}

const entry = <T>(from: ReadonlyMap<string, T>, id: string): [string, T][] => {
  const item = from.get(id);
  return item === undefined ? [] : [[id, item]];
};

/** The concept files of all domains of the map, sorted by path. */
export function conceptFiles(dir: string, map: CatalogueMap): readonly string[] {
  const folders = new Set(readdirSync(dir, { withFileTypes: true }).flatMap((f) => (f.isDirectory() ? [f.name] : [])));
  return [...map.domains.keys()]
    .filter((domain) => folders.has(domain))
    .flatMap((domain) => readdirSync(join(dir, domain)).map((file) => join(dir, domain, file)))
    .filter((path) => path.endsWith(".md"))
    .toSorted();
}

/** One concept out of the text of its file. Throws `CatalogueFileError`; the finer rules are the linter's. */
export function readConcept(path: string, text: string): CatalogueConcept {
  const parts = conceptParts(path, text);
  if (!parts)
    throw new CatalogueFileError({
      path,
      line: 1,
      rule: "L1",
      message: "the file must begin with front matter between two lines `---`",
    });
  const data = yamlValue(parts.head);
  if (data === null) {
    const [fault] = yamlBlock(parts.head).problems;
    throw fault
      ? new CatalogueFileError(fault)
      : new CatalogueFileError({ path, line: 2, rule: "L1", message: "the front matter is empty" });
  }
  const head = conceptHead(data);
  const fault = headFault(path, head);
  if (fault)
    throw new CatalogueFileError({
      path,
      line: yamlBlock(parts.head).lineOf(fault.key),
      rule: fault.rule,
      message: fault.message,
    });
  for (const language of Language.options) {
    const missing = sectionsOf(parts.body, language).find((s) => s.text.trim() === "");
    if (missing)
      throw new CatalogueFileError({ path, line: parts.body_line, rule: "L6", message: `no section "${missing.name}"` });
  }
  if (!quizSource(path, parts))
    throw new CatalogueFileError({
      path,
      line: parts.body_line,
      rule: "L13",
      message: "no quiz block (# Quiz, then a ```yaml fence)",
    });
  return conceptOf(path, head, parts);
}

/** What makes a file unusable, whatever else the linter says of it. */
function headFault(path: string, head: ConceptHead): { key: string; rule: string; message: string } | null {
  const { hours } = head;
  if (head.id !== basename(path, ".md")) return { key: "id", rule: "L2", message: `id "${head.id}" differs from the file name` };
  if (!head.title.en || !head.title.zh) return { key: "title", rule: "L3", message: "the title needs en and zh" };
  if (!Level.safeParse(head.level).success) return { key: "level", rule: "L8", message: `level "${head.level}" is not known` };
  if (!(hours.low > 0 && hours.low <= hours.likely && hours.likely <= hours.high))
    return { key: "hours", rule: "L8", message: "hours need low ≤ likely ≤ high, all above 0" };
  if (!(head.value >= 1 && head.value <= 5)) return { key: "value", rule: "L8", message: "value is 1 to 5" };
  if (head.outcomes.length === 0 || head.outcomes.some((o) => !o.id || !o.en || !o.zh))
    return { key: "outcomes", rule: "L9", message: "each outcome needs id, en and zh" };
  if (head.resources.some((r) => !ResourceKind.safeParse(r.kind).success || !Language.safeParse(r.lang).success))
    return { key: "resources", rule: "L10", message: "a resource has an unknown kind or language" };
  return null;
}

function conceptOf(path: string, head: ConceptHead, parts: { body: string; body_line: number }): CatalogueConcept {
  return {
    id: head.id,
    title: head.title,
    kind: head.kind === "project" ? "project" : "concept",
    aliases: head.aliases,
    domain: head.domain,
    module: head.module,
    tags: head.tags,
    level: Level.parse(head.level),
    hours: head.hours,
    value: head.value,
    outcomes: head.outcomes,
    hard: head.hard,
    soft: head.soft,
    resources: head.resources.map(({ url, ...r }) => ({
      ...r,
      kind: ResourceKind.parse(r.kind),
      lang: Language.parse(r.lang),
      ...(url === "" ? {} : { url }),
    })),
    checked_on: head.checked.on,
    path,
    body: parts.body,
    body_line: parts.body_line,
  };
}
