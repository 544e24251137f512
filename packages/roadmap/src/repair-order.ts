import type { Concept, Module } from "@wayfinder/protocol";
import { conceptsOf, hardOf, modulesOf, type Draft } from "./draft.ts";
import { cyclicComponents, topologicalOrder } from "./graph.ts";
import { needs, orderRefusal } from "./order-refusal.ts";
import type { RepairLog } from "./repair-log.ts";
import { quote } from "./say.ts";

/** Author order made topological for groups of concepts; groups that need each other stay together in author order. */
function orderGroups<T>(groups: readonly T[], conceptsIn: (group: T) => readonly Concept[]): T[] {
  const groupOf = new Map<string, number>();
  groups.forEach((group, at) => conceptsIn(group).forEach((concept) => groupOf.set(concept.concept_id, at)));
  const needs = groups.map((group) => [
    ...new Set(
      conceptsIn(group)
        .flatMap(hardOf)
        .flatMap((id) => groupOf.get(id) ?? []),
    ),
  ]);
  const head = groups.map((_, at) => at);
  for (const component of cyclicComponents(groups.length, (at) => needs[at] as number[]))
    for (const at of component) head[at] = component[0] as number;
  const members = Map.groupBy(head.keys(), (at) => head[at] as number);
  const before = (at: number): number[] =>
    (members.get(at) ?? []).flatMap((member) => needs[member] as number[]).map((need) => head[need] as number);
  const order = topologicalOrder([...members.keys()], { before, key: (at) => at });
  return order.flatMap((at) => (members.get(at) ?? []).map((member) => groups[member] as T));
}

/** Puts concepts into a topological order, and moves each one that needs something of a later module into that module. */
function settle(draft: Draft, log: RepairLog): void {
  const modules = modulesOf(draft);
  const concepts = conceptsOf(draft);
  const byId = new Map(concepts.map((concept, at) => [concept.concept_id, { concept, at }]));
  const home = new Map(modules.flatMap((module, at) => module.concepts.map((concept) => [concept.concept_id, at] as const)));
  const ids = concepts.map((concept) => concept.concept_id);
  const needsOf = (id: string): string[] => hardOf(byId.get(id)?.concept as Concept);
  const settled: Concept[][] = modules.map(() => []);
  for (const id of topologicalOrder(ids, { before: needsOf, key: (each) => byId.get(each)?.at ?? 0 })) {
    const own = home.get(id) as number;
    const target = Math.max(own, ...needsOf(id).map((need) => home.get(need) ?? 0));
    const concept = byId.get(id)?.concept as Concept;
    home.set(id, target);
    settled[target]?.push(concept);
    if (target !== own) {
      const name = quote((modules[target] as Module).name);
      const latest = needsOf(id).find((need) => home.get(need) === target) ?? id;
      log.add({
        rule: "PR1",
        action: "moved",
        ids: [id],
        en: `Moved ${quote(concept.name)} to the later module ${name}, where what it needs is.`,
        zh: `把${quote(concept.name)}移到后面的模块${name}，它的先修在那里。`,
        refusal: needs(concept.name, byId.get(latest)?.concept.name ?? latest),
      });
    }
  }
  modules.forEach((module, at) => {
    const stay = module.concepts.filter((concept) => home.get(concept.concept_id) === at);
    const now = (settled[at] as Concept[]).filter((concept) => module.concepts.includes(concept));
    if (stay.some((concept, place) => concept !== now[place]))
      log.add({
        rule: "PR1",
        action: "order_fixed",
        ids: [module.module_id],
        en: `Put the concepts of ${quote(module.name)} in the order in which they need each other.`,
        zh: `按先修关系重排了${quote(module.name)}中的概念。`,
        refusal: orderRefusal(stay.map((concept) => ({ name: concept.name, concepts: [concept] }))),
      });
    module.concepts = settled[at] as Concept[];
  });
}

const inSameOrder = <T>(a: readonly T[], b: readonly T[]): boolean => a.every((each, at) => each === b[at]);

/** Makes the order of stages, modules and concepts topological for hard edges (PR1), changing as little of the author's order as it can. */
export function repairOrder(draft: Draft, log: RepairLog): void {
  const stages = orderGroups(draft.stages, (stage) => stage.modules.flatMap((module) => module.concepts));
  const isInOrder = inSameOrder(stages, draft.stages);
  if (!isInOrder)
    log.add({
      rule: "PR1",
      action: "order_fixed",
      ids: stages.map((stage) => stage.stage_id),
      en: "Put the stages in the order in which they need each other.",
      zh: "按先修关系重排了各阶段。",
      refusal: orderRefusal(draft.stages.map((stage) => ({ name: stage.name, concepts: conceptsOf({ stages: [stage] }) }))),
    });
  draft.stages = stages;
  if (!isInOrder) stages.forEach((stage, at) => (stage.order = at + 1));
  for (const stage of draft.stages) {
    const modules = orderGroups(stage.modules, (module) => module.concepts);
    if (!inSameOrder(modules, stage.modules))
      log.add({
        rule: "PR1",
        action: "order_fixed",
        ids: [stage.stage_id],
        en: `Put the modules of ${quote(stage.name)} in the order in which they need each other.`,
        zh: `按先修关系重排了${quote(stage.name)}中的模块。`,
        refusal: orderRefusal(stage.modules),
      });
    stage.modules = modules;
  }
  settle(draft, log);
}
