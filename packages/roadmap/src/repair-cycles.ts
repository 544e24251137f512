import type { Concept } from "@wayfinder/protocol";
import { conceptsOf, type Draft } from "./draft.ts";
import { cyclicComponents } from "./graph.ts";
import type { RepairLog } from "./repair-log.ts";
import { quote } from "./say.ts";

/** A prerequisite seen from its dependent: places in author order. */
interface Edge {
  readonly from: number;
  readonly to: number;
}

/** The edge within a component that runs furthest forward in author order: from the earliest dependent on a tie. */
function furthestForward(component: readonly number[], next: (at: number) => readonly number[]): Edge {
  const members = new Set(component);
  let furthest: Edge = { from: 0, to: -Infinity };
  for (const from of component)
    for (const to of next(from)) if (members.has(to) && to - from > furthest.to - furthest.from) furthest = { from, to };
  return furthest;
}

/** Cycles still inside a component, as places in the whole. */
function cyclesWithin(component: readonly number[], next: (at: number) => readonly number[]): number[][] {
  const local = new Map(component.map((at, index) => [at, index]));
  const localNext = component.map((at) => next(at).flatMap((to) => local.get(to) ?? []));
  return cyclicComponents(component.length, (index) => localNext[index] as number[]).map((part) =>
    part.map((index) => component[index] as number),
  );
}

/** Cuts cycles, component by component, at the edge that runs furthest forward, until none is left (PR1, PR7). */
export function repairCycles(draft: Draft, log: RepairLog): void {
  const concepts = conceptsOf(draft);
  const place = new Map(concepts.map((concept, at) => [concept.concept_id, at]));
  const next = concepts.map((concept) => concept.prerequisites.map((edge) => place.get(edge.concept_id) as number));
  const nextOf = (at: number): readonly number[] => next[at] as number[];
  const open = cyclicComponents(concepts.length, nextOf).reverse();
  for (let component = open.pop(); component; component = open.pop()) {
    const { from, to } = furthestForward(component, nextOf);
    const [concept, needed] = [concepts[from] as Concept, concepts[to] as Concept];
    next[from] = nextOf(from).filter((at) => at !== to);
    concept.prerequisites = concept.prerequisites.filter((edge) => edge.concept_id !== needed.concept_id);
    log.add({
      rule: "PR1",
      action: "edge_cut",
      ids: [concept.concept_id, needed.concept_id],
      en: `Cut a circle: ${quote(concept.name)} no longer needs ${quote(needed.name)}, which comes later.`,
      zh: `剪开了一个环：${quote(concept.name)}不再以后面的${quote(needed.name)}为先修。`,
      refusal: {
        en: `${quote(concept.name)} cannot need ${quote(needed.name)}, which comes later and needs it.`,
        zh: `${quote(needed.name)}在后面，又以${quote(concept.name)}为先修，不能反过来作它的先修。`,
      },
    });
    open.push(...cyclesWithin(component, nextOf).reverse());
  }
}
