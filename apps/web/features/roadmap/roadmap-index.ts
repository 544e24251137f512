import type { Concept, Module, Plan, Roadmap, Stage } from "@wayfinder/protocol";

/** How a concept stands for someone who begins: `cut` is shown but in no week. */
export type Readiness = "next" | "ready" | "locked" | "cut";

/** A concept with its place in the roadmap and its neighbours. */
export interface IndexedConcept {
  readonly concept: Concept;
  readonly stage: Stage;
  readonly module: Module;
  readonly readiness: Readiness;
  /** Concepts of this roadmap that come first, hard ones before soft ones. */
  readonly needs: readonly string[];
  /** The hard ones of `needs`. */
  readonly needsHard: readonly string[];
  /** Concepts of this roadmap that build on this one. */
  readonly leadsTo: readonly string[];
}

export interface RoadmapIndex {
  readonly concepts: ReadonlyMap<string, IndexedConcept>;
  /** Concepts in the order of the plan; those in no week follow in reading order. */
  readonly order: readonly string[];
  /** The first concept of the plan. */
  readonly next: string | undefined;
}

/** Looks a roadmap through once, for every view of it. */
export function indexRoadmap({ stages, plan }: Pick<Roadmap, "stages" | "plan">): RoadmapIndex {
  const places = stages.flatMap((stage) =>
    stage.modules.flatMap((module) => module.concepts.map((concept) => ({ concept, stage, module }))),
  );
  const ids = new Set(places.map(({ concept }) => concept.concept_id));
  const planned = planOrder(plan).filter((id) => ids.has(id));
  const next = planned[0];
  const cut = new Set(plan.cut);
  const leadsTo = Map.groupBy(
    places.flatMap(({ concept }) => concept.prerequisites.map((p) => ({ from: p.concept_id, to: concept.concept_id }))),
    ({ from }) => from,
  );
  const concepts = places.map(({ concept, stage, module }): IndexedConcept => {
    const needs = concept.prerequisites.filter((p) => ids.has(p.concept_id));
    const needsHard = needs.filter((p) => p.kind === "hard").map((p) => p.concept_id);
    const needsSoft = needs.filter((p) => p.kind === "soft").map((p) => p.concept_id);
    const readiness = readinessOf(concept.concept_id, { next, cut, isFree: needsHard.length === 0 });
    const later = (leadsTo.get(concept.concept_id) ?? []).map(({ to }) => to);
    return { concept, stage, module, readiness, needs: [...needsHard, ...needsSoft], needsHard, leadsTo: later };
  });
  return {
    concepts: new Map(concepts.map((c) => [c.concept.concept_id, c])),
    order: [...new Set([...planned, ...ids])],
    next,
  };
}

/** Concept ids as the weeks bring them, each once. */
export function planOrder(plan: Pick<Plan, "weeks">): string[] {
  const learned = plan.weeks.flatMap((week) => week.items.filter((item) => item.kind === "learn").map((item) => item.concept_id));
  return [...new Set(learned)];
}

interface Standing {
  readonly next: string | undefined;
  readonly cut: ReadonlySet<string>;
  readonly isFree: boolean;
}

function readinessOf(id: string, { next, cut, isFree }: Standing): Readiness {
  if (id === next) return "next";
  if (cut.has(id)) return "cut";
  return isFree ? "ready" : "locked";
}

/** The concept where someone who wants `id` begins: the first of its unmet hard prerequisites in plan order, or itself. */
export function startingPoint(id: string, { concepts, order }: RoadmapIndex): string {
  const needed = new Set<string>();
  const open = [id];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (needed.has(at)) continue;
    needed.add(at);
    open.push(...(concepts.get(at)?.needsHard ?? []));
  }
  return order.find((candidate) => needed.has(candidate)) ?? id;
}
