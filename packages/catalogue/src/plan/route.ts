import type { Catalogue } from "../catalogue.ts";
import type { CatalogueConcept } from "../catalogue-concept.ts";
import { closureOf } from "../closure.ts";

/** The concepts a learner has to go through to reach the targets: their hard prerequisites up to the roots, without what is known. In the order of the map. */
export function routeTo(
  catalogue: Catalogue,
  targets: readonly string[],
  known: ReadonlySet<string>,
): readonly CatalogueConcept[] {
  const closure = closureOf(catalogue.concepts, targets);
  return [...catalogue.concepts.values()].filter((c) => closure.has(c.id) && !known.has(c.id));
}

/** A roadmap of fewer concepts is not a road (PR2). */
const MIN_CONCEPTS = 2;

/**
 * Targets that make a road even where a goal is a single concept: what builds on it, else its soft neighbours, else its module; the most
 * valuable first. The targets as they were if they are enough, or if there is nothing to add.
 */
export function widened(catalogue: Catalogue, targets: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const route = routeTo(catalogue, targets, known);
  const [only] = route;
  if (route.length >= MIN_CONCEPTS || !only) return targets;
  const closeness = (c: CatalogueConcept): number => {
    if (c.hard.includes(only.id)) return 0;
    if (c.soft.includes(only.id) || only.soft.includes(c.id)) return 1;
    return c.module === only.module ? 2 : 3;
  };
  const [next] = [...catalogue.concepts.values()]
    .filter((c) => c.id !== only.id && !known.has(c.id) && closeness(c) < 3)
    .toSorted((a, b) => closeness(a) - closeness(b) || b.value - a.value);
  return next ? [...targets, next.id] : targets;
}
