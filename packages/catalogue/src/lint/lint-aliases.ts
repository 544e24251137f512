import type { CatalogueMap } from "../catalogue-map.ts";
import { closureOf } from "../closure.ts";
import { foldForCompare } from "./measure-text.ts";
import type { ConceptLint } from "./lint-concept.ts";
import type { ProblemLine } from "../problem-line.ts";

/** That an alias names one concept only; a goal may share it if it leads there (L25). */
export function lintAliases(map: CatalogueMap, concepts: readonly ConceptLint[]): readonly ProblemLine[] {
  const problems: ProblemLine[] = [];
  const owners = new Map<string, string>();
  for (const { path, head } of concepts) {
    if (!head) continue;
    const say = (message: string) => problems.push({ path, line: 1, rule: "L25", message });
    for (const alias of [...head.aliases.en, ...head.aliases.zh].map(foldForCompare)) {
      const owner = owners.get(alias) ?? head.id;
      if (owner !== head.id) say(`alias "${alias}" belongs to ${owner} too`);
      owners.set(alias, owner);
      const goal = map.goals.find((g) => [...g.aliases.en, ...g.aliases.zh].some((x) => foldForCompare(x) === alias));
      if (goal && !closureOf(map.concepts, goal.targets).has(head.id))
        say(`alias "${alias}" is also a wording of goal ${goal.id}, which does not lead here`);
    }
  }
  return problems;
}
