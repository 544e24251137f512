import type { Concept, Difficulty, Hours, Prerequisite, Roadmap } from "@wayfinder/protocol";
import { conceptsOf, modulesOf } from "./draft.ts";

/** The kinds of nodes that are compared one by one. */
export type EntryKind = "stage" | "module" | "concept" | "outcome";

/** All of a node that can differ beside its place; a part of the outline has a name and a description only. */
export interface EntryFields {
  readonly name: string;
  readonly description?: string;
  readonly hours?: Hours;
  readonly difficulty?: Difficulty;
  /** By id; the kind of each, and its name as it was then. */
  readonly prerequisites?: ReadonlyMap<string, { readonly name: string; readonly kind: Prerequisite["kind"] }>;
  readonly outcomes?: string;
  readonly keywords?: string;
  /** The concepts that lead to an outcome: id and name. */
  readonly concepts?: ReadonlyMap<string, string>;
}

/** A node of a roadmap with all that can differ: its name, where it stands and its fields. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly parent: { readonly id: string; readonly name: string };
  readonly fields: EntryFields;
}

function conceptFields(concept: Concept, names: ReadonlyMap<string, string>): EntryFields {
  const { name, description, hours, difficulty, prerequisites, outcomes, keywords } = concept;
  const edges = prerequisites.map(({ concept_id: id, kind }) => [id, { name: names.get(id) ?? id, kind }] as const);
  return {
    name,
    description,
    hours,
    difficulty,
    prerequisites: new Map(edges),
    outcomes: outcomes.join("\n"),
    keywords: keywords.join("\n"),
  };
}

const outlineFields = ({ name, description }: { name: string; description: string }): EntryFields => ({ name, description });

/** All nodes of a roadmap, kind by kind, in their order. */
export function entriesOf(roadmap: Roadmap): Record<EntryKind, Entry[]> {
  const names = new Map(conceptsOf(roadmap).map((concept) => [concept.concept_id, concept.name]));
  const top = { id: "", name: roadmap.title };
  return {
    stage: roadmap.stages.map((stage) => ({ id: stage.stage_id, name: stage.name, parent: top, fields: outlineFields(stage) })),
    module: roadmap.stages.flatMap((stage) =>
      stage.modules.map((module) => ({
        id: module.module_id,
        name: module.name,
        parent: { id: stage.stage_id, name: stage.name },
        fields: outlineFields(module),
      })),
    ),
    concept: modulesOf(roadmap).flatMap((module) =>
      module.concepts.map((concept) => ({
        id: concept.concept_id,
        name: concept.name,
        parent: { id: module.module_id, name: module.name },
        fields: conceptFields(concept, names),
      })),
    ),
    outcome: roadmap.outcomes.map((outcome) => ({
      id: outcome.id,
      name: outcome.text,
      parent: top,
      fields: { name: outcome.text, concepts: new Map(outcome.concept_ids.map((id) => [id, names.get(id) ?? id])) },
    })),
  };
}
