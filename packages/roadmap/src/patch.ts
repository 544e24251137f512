import type { Concept, Module, Outcome, Stage } from "@wayfinder/protocol";

/** A concept to be added: an id is made out of its name if it has none or a taken one, content is pending if it has none. */
export type NewConcept = Omit<Concept, "concept_id" | "content"> & Partial<Pick<Concept, "concept_id" | "content">>;
/** A module to be added, with or without concepts. */
export type NewModule = Pick<Module, "name" | "description"> & { module_id?: string; concepts?: NewConcept[] };
/** A stage to be added, with or without modules. */
export type NewStage = Pick<Stage, "name" | "description"> & { stage_id?: string; modules?: NewModule[] };

/** What of a concept can be changed in place; never its id. */
export type ConceptFields = Partial<Omit<Concept, "concept_id">>;
/** What of a module or stage can be changed. */
export type OutlineFields = Partial<Pick<Stage, "name" | "description">>;
/** What of the roadmap itself can be changed; `outcomes` replaces them all. */
export type RoadmapFields = { title?: string; goal?: string; outcomes?: Outcome[] };

/** The kinds of nodes an operation can name by id. */
export type NodeKind = "stage" | "module" | "concept";

/** One edit on ids (PR8). `at` is a place from 0 among the new siblings; without it the node goes to the end. */
export type Operation =
  | { op: "add"; kind: "stage"; node: NewStage; at?: number }
  | { op: "add"; kind: "module"; into: string; node: NewModule; at?: number }
  | { op: "add"; kind: "concept"; into: string; node: NewConcept; at?: number }
  /** What needed a removed concept needs its prerequisites instead. */
  | { op: "remove"; kind: NodeKind; id: string }
  | { op: "change"; kind: "concept"; id: string; fields: ConceptFields }
  | { op: "change"; kind: "module" | "stage"; id: string; fields: OutlineFields }
  | { op: "change"; kind: "roadmap"; fields: RoadmapFields }
  /** `into` is a stage's id for a module, a module's id for a concept; without it the node stays where it is and changes place. */
  | { op: "move"; kind: NodeKind; id: string; into?: string; at?: number }
  /** The concepts `ids` become part of `into`; hours add up unless `fields` says otherwise. */
  | { op: "merge"; ids: string[]; into: string; fields?: ConceptFields }
  /** The first part keeps the id; each part needs the one before it; what needed the concept needs the last part. */
  | { op: "split"; id: string; parts: NewConcept[] };

/** Edits applied in their order. */
export type Patch = Operation[];
