import type { Concept, Module, Roadmap } from "@wayfinder/protocol";

/** The structure of a roadmap before it is scheduled. */
export type Draft = Omit<Roadmap, "roadmap_id" | "version" | "plan">;

/** All concepts in author order: stage by stage, module by module. */
export const conceptsOf = (draft: Pick<Draft, "stages">): Concept[] =>
  draft.stages.flatMap((stage) => stage.modules.flatMap((module) => module.concepts));

/** All modules in author order. */
export const modulesOf = (draft: Pick<Draft, "stages">): Module[] => draft.stages.flatMap((stage) => stage.modules);

/** The ids a concept cannot do without. */
export const hardOf = (concept: Pick<Concept, "prerequisites">): string[] =>
  concept.prerequisites.filter((edge) => edge.kind === "hard").map((edge) => edge.concept_id);

/** The structure of a roadmap, without its identity and its plan. */
export function draftOf(roadmap: Roadmap): Draft {
  const { roadmap_id: _id, version: _version, plan: _plan, ...draft } = roadmap;
  return draft;
}

const copyConcept = (concept: Concept): Concept => ({
  ...concept,
  hours: { ...concept.hours },
  prerequisites: concept.prerequisites.map((edge) => ({ ...edge })),
  outcomes: [...concept.outcomes],
  keywords: [...concept.keywords],
  content: { ...concept.content },
});

/** A draft of its own to work on; written out, because `structuredClone` takes most of the time of an edit. */
export const copyDraft = (draft: Draft): Draft => ({
  ...draft,
  outcomes: draft.outcomes.map((outcome) => ({ ...outcome, concept_ids: [...outcome.concept_ids] })),
  stages: draft.stages.map((stage) => ({
    ...stage,
    modules: stage.modules.map((module) => ({ ...module, concepts: module.concepts.map(copyConcept) })),
  })),
});
