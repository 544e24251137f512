import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { conceptFiles } from "../load-catalogue.ts";
import { readMap } from "../map-file.ts";
import type { ProblemLine } from "../problem-line.ts";
import { lintAliases } from "./lint-aliases.ts";
import { lintAnswers } from "./lint-answers.ts";
import { type ConceptLint, lintConcept } from "./lint-concept.ts";
import { lintGraph } from "./lint-graph.ts";
import { lintMap } from "./lint-map.ts";
import type { Say } from "./say.ts";

/** Every fault of the data in a folder, paths relative to `from`. The rules are in FORMAT.md. */
export function lintCatalogue(dir: string, from: string): readonly ProblemLine[] {
  const named = (path: string) => relative(from, path);
  const mapPath = named(join(dir, "MAP.md"));
  const map = readMap(readFileSync(join(dir, "MAP.md"), "utf8"), mapPath);
  const problems: ProblemLine[] = [...map.problems];
  const say: Say = (rule, message, line = 1) => problems.push({ path: mapPath, line, rule, message });
  lintMap(map, say);
  lintGraph(map, say);
  const concepts = conceptFiles(dir, map).map((path) => lintConcept(named(path), readFileSync(path, "utf8"), map));
  problems.push(...concepts.flatMap((c) => c.problems), ...lintAliases(map, concepts));
  for (const [domain, list] of Map.groupBy(concepts, (c) => c.head?.domain ?? "")) {
    for (const message of answersOf(list)) problems.push({ path: named(join(dir, domain)), line: 1, rule: "L20", message });
  }
  for (const message of answersOf(concepts)) problems.push({ path: named(dir), line: 1, rule: "L20", message });
  return problems;
}

const answersOf = (concepts: readonly ConceptLint[]): readonly string[] => lintAnswers(concepts.flatMap((c) => c.quiz));
