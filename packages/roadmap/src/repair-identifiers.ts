import { conceptsOf, modulesOf, type Draft } from "./draft.ts";
import { identifierOf, isIdentifier, uniqueIdentifier } from "./identifier.ts";
import type { RepairLog } from "./repair-log.ts";
import { quote } from "./say.ts";

/** One node seen only as its id and what an id can be made of. */
interface Named {
  id: string;
  readonly name: string;
  readonly kind: string;
}

/**
 * Gives a new id to every node whose id cannot stand in a URL or belongs to an earlier node; all other ids stay (PR5).
 *
 * Returns what each unusable id became; an id that two nodes shared still means the first.
 */
function renew(nodes: readonly Named[], log: RepairLog): Map<string, string> {
  const taken = new Set(nodes.map((node) => node.id).filter(isIdentifier));
  const seen = new Set<string>();
  const renamed = new Map<string, string>();
  for (const node of nodes) {
    const old = node.id;
    if (isIdentifier(old) && !seen.has(old)) {
      seen.add(old);
      continue;
    }
    node.id = uniqueIdentifier(identifierOf(old) || identifierOf(node.name) || node.kind, taken);
    taken.add(node.id);
    if (!isIdentifier(old) && !renamed.has(old)) renamed.set(old, node.id);
    log.add({
      rule: "PR5",
      action: "id_fixed",
      ids: [node.id],
      en: `Gave ${quote(node.name)} the id ${node.id}.`,
      zh: `给${quote(node.name)}换了标识 ${node.id}。`,
    });
  }
  return renamed;
}

/** Makes all ids URL-safe and unique within their kind, and lets the edges and outcomes follow. */
export function repairIdentifiers(draft: Draft, log: RepairLog): void {
  const stages = draft.stages.map((stage) => ({ id: stage.stage_id, name: stage.name, kind: "stage" }));
  const modules = modulesOf(draft).map((module) => ({ id: module.module_id, name: module.name, kind: "module" }));
  const concepts = conceptsOf(draft).map((concept) => ({ id: concept.concept_id, name: concept.name, kind: "concept" }));
  const outcomes = draft.outcomes.map((outcome) => ({ id: outcome.id, name: outcome.text, kind: "outcome" }));
  for (const nodes of [stages, modules, outcomes]) renew(nodes, log);
  const renamed = renew(concepts, log);
  const follow = (id: string): string => renamed.get(id) ?? id;
  draft.stages.forEach((stage, at) => (stage.stage_id = stages[at]?.id ?? stage.stage_id));
  modulesOf(draft).forEach((module, at) => (module.module_id = modules[at]?.id ?? module.module_id));
  draft.outcomes.forEach((outcome, at) => {
    outcome.id = outcomes[at]?.id ?? outcome.id;
    outcome.concept_ids = outcome.concept_ids.map(follow);
  });
  conceptsOf(draft).forEach((concept, at) => {
    concept.concept_id = concepts[at]?.id ?? concept.concept_id;
    for (const edge of concept.prerequisites) edge.concept_id = follow(edge.concept_id);
  });
}
