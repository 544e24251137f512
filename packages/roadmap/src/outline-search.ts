import type { Concept, Module, Stage } from "@wayfinder/protocol";
import type { Draft } from "./draft.ts";

/** A node with the list it stands in. */
export interface Found<T> {
  readonly node: T;
  readonly siblings: T[];
}

/** The stage with this id. */
export function findStage(draft: Draft, id: string): Found<Stage> | undefined {
  const node = draft.stages.find((stage) => stage.stage_id === id);
  return node && { node, siblings: draft.stages };
}

/** The module with this id, in whichever stage. */
export function findModule(draft: Draft, id: string): Found<Module> | undefined {
  for (const { modules } of draft.stages) {
    const node = modules.find((module) => module.module_id === id);
    if (node) return { node, siblings: modules };
  }
  return undefined;
}

/** The concept with this id, in whichever module. */
export function findConcept(draft: Draft, id: string): Found<Concept> | undefined {
  for (const { concepts } of draft.stages.flatMap((stage) => stage.modules)) {
    const node = concepts.find((concept) => concept.concept_id === id);
    if (node) return { node, siblings: concepts };
  }
  return undefined;
}
