import type { Concept } from "@wayfinder/protocol";
import { nameKey, nearNameKey } from "./concept-name.ts";
import { conceptsOf, type Draft } from "./draft.ts";

/** Concepts grouped by names that say the same, exactly or nearly, in author order; every concept is in one group. */
export function namesakes(draft: Pick<Draft, "stages">): Concept[][] {
  const exact = new Map<string, Concept[]>();
  const near = new Map<string, Concept[]>();
  const groups: Concept[][] = [];
  for (const concept of conceptsOf(draft)) {
    const keys = [nameKey(concept.name), nearNameKey(concept.name)] as const;
    let group = exact.get(keys[0]) ?? near.get(keys[1]);
    if (!group) groups.push((group = []));
    group.push(concept);
    if (!exact.has(keys[0])) exact.set(keys[0], group);
    if (!near.has(keys[1])) near.set(keys[1], group);
  }
  return groups;
}
