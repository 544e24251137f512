import type { Concept } from "@wayfinder/protocol";
import { nameKey, nearNameKey } from "./concept-name.ts";
import { conceptsOf, modulesOf, type Draft } from "./draft.ts";
import { repairEdges } from "./repair-edges.ts";
import type { RepairLog } from "./repair-log.ts";
import { quote } from "./say.ts";

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/** Takes what `other` adds into `kept`; hours, texts and content of `kept` stay. */
export function absorb(kept: Concept, other: Concept): void {
  kept.outcomes = union(kept.outcomes, other.outcomes);
  kept.keywords = union(kept.keywords, other.keywords);
  kept.prerequisites = [...kept.prerequisites, ...other.prerequisites];
}

/** Takes concepts out of the outline and lets edges and outcomes point to what they became. */
export function redirect(draft: Draft, became: ReadonlyMap<string, string>): void {
  const follow = (id: string): string => became.get(id) ?? id;
  for (const module of modulesOf(draft)) module.concepts = module.concepts.filter((concept) => !became.has(concept.concept_id));
  for (const concept of conceptsOf(draft)) {
    const edges = concept.prerequisites.map((edge) => ({ ...edge, concept_id: follow(edge.concept_id) }));
    // An edge between two concepts that became one is gone with them and needs no word.
    concept.prerequisites = edges.filter(
      (edge, at) => edge.concept_id !== concept.concept_id || concept.prerequisites[at]?.concept_id === edge.concept_id,
    );
  }
  for (const outcome of draft.outcomes) outcome.concept_ids = union(outcome.concept_ids.map(follow), []);
}

/** Merges concepts whose names say the same into the first of them (PR2). */
export function repairDuplicates(draft: Draft, log: RepairLog): void {
  const first = new Map<string, Concept>();
  const became = new Map<string, string>();
  for (const concept of conceptsOf(draft)) {
    const key = nearNameKey(concept.name);
    const kept = first.get(key);
    if (!kept) {
      first.set(key, concept);
      continue;
    }
    became.set(concept.concept_id, kept.concept_id);
    absorb(kept, concept);
    const [name, other] = [quote(kept.name), quote(concept.name)];
    const same = nameKey(kept.name) === nameKey(concept.name);
    log.add({
      rule: "PR2",
      action: "duplicate_merged",
      ids: [kept.concept_id, concept.concept_id],
      en: same ? `Merged two concepts called ${name}.` : `Merged ${other} into ${name}: the names say the same.`,
      zh: same ? `合并了两个都叫${name}的知识点。` : `把${other}并入${name}：两个名称说的是同一件事。`,
    });
  }
  if (became.size === 0) return;
  redirect(draft, became);
  repairEdges(draft, log);
}
