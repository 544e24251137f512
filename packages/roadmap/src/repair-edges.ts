import type { Concept, Prerequisite } from "@wayfinder/protocol";
import { nameKey } from "./concept-name.ts";
import { conceptsOf, type Draft } from "./draft.ts";
import { redundantEdges } from "./redundant-edges.ts";
import type { RepairLog } from "./repair-log.ts";
import { quote } from "./say.ts";

/** Finds the concept that a reference means: by its id, else by an id or name that differs only in case and spaces. */
export function resolver(concepts: readonly Concept[]): (reference: string) => string | undefined {
  const ids = new Set(concepts.map((concept) => concept.concept_id));
  const byKey = new Map<string, string>();
  for (const concept of [...concepts].reverse()) byKey.set(nameKey(concept.name), concept.concept_id);
  for (const concept of [...concepts].reverse()) byKey.set(nameKey(concept.concept_id), concept.concept_id);
  return (reference) => (ids.has(reference) ? reference : byKey.get(nameKey(reference)));
}

/** The edges of one concept with self edges and doubled ones taken out; of a hard and a soft edge to the same concept the hard one stays. */
function tidy(concept: Concept, log: RepairLog): Prerequisite[] {
  const kept = new Map<string, Prerequisite>();
  const name = quote(concept.name);
  for (const edge of concept.prerequisites) {
    const ids = [concept.concept_id, edge.concept_id];
    const other = kept.get(edge.concept_id);
    if (edge.concept_id === concept.concept_id)
      log.add({
        rule: "PR1",
        action: "edge_dropped",
        ids,
        en: `${name} no longer needs itself.`,
        zh: `去掉了${name}以自己为先修的关系。`,
        refusal: { en: `${name} cannot need itself.`, zh: `${name}不能以自己为先修。` },
      });
    else if (!other) kept.set(edge.concept_id, edge);
    else {
      if (edge.kind === "hard") other.kind = "hard";
      log.add({
        rule: "PR2",
        action: "edge_dropped",
        ids,
        en: `${name} names a prerequisite once instead of twice.`,
        zh: `${name}的同一个先修只保留一次。`,
        refusal: { en: `${name} needs that already.`, zh: `它已经是${name}的先修了。` },
      });
    }
  }
  return [...kept.values()];
}

/** Resolves references by name, and drops dangling, self and doubled edges (PR1, PR2). */
export function repairEdges(draft: Draft, log: RepairLog): void {
  const concepts = conceptsOf(draft);
  const resolve = resolver(concepts);
  for (const concept of concepts) {
    const name = quote(concept.name);
    concept.prerequisites = concept.prerequisites.filter((edge) => {
      const meant = resolve(edge.concept_id);
      const written = quote(edge.concept_id);
      if (meant === edge.concept_id) return true;
      if (meant === undefined) {
        log.add({
          rule: "PR1",
          action: "edge_dropped",
          ids: [concept.concept_id, edge.concept_id],
          en: `${name} no longer needs ${written}, which is not in the roadmap.`,
          zh: `${written}不在路线图中，不再是${name}的先修。`,
          refusal: {
            en: `${name} cannot need ${written}, which is not in the roadmap.`,
            zh: `${written}不在路线图中，不能作${name}的先修。`,
          },
        });
        return false;
      }
      log.add({
        rule: "PR1",
        action: "edge_resolved",
        ids: [concept.concept_id, meant],
        en: `Read the prerequisite ${written} of ${name} as ${meant}.`,
        zh: `把${name}的先修${written}认作 ${meant}。`,
      });
      edge.concept_id = meant;
      return true;
    });
    concept.prerequisites = tidy(concept, log);
  }
}

/** Drops edges that a path of hard edges implies (PR2). */
export function repairRedundantEdges(draft: Draft, log: RepairLog): void {
  const concepts = conceptsOf(draft);
  const names = new Map(concepts.map((concept) => [concept.concept_id, concept.name]));
  const redundant = redundantEdges(concepts);
  for (const concept of concepts) {
    const implied = redundant.get(concept.concept_id) ?? [];
    for (const id of implied) {
      const [name, needed] = [quote(concept.name), quote(names.get(id) ?? id)];
      log.add({
        rule: "PR2",
        action: "edge_dropped",
        ids: [concept.concept_id, id],
        en: `Left out that ${name} needs ${needed}: another prerequisite implies it.`,
        zh: `${name}的别的先修已包含${needed}，不再单独列出。`,
        refusal: {
          en: `${name} needs ${needed} already, through another prerequisite.`,
          zh: `${name}的别的先修已经包含${needed}。`,
        },
      });
    }
    concept.prerequisites = concept.prerequisites.filter((edge) => !implied.includes(edge.concept_id));
  }
}
