import { z } from "zod";
import { Concept, Outcome } from "./roadmap.ts";
import { Id, personText, TEXT_LIMITS } from "./text.ts";

const Name = personText(1, TEXT_LIMITS.name);
const Description = personText(1, TEXT_LIMITS.paragraph);
const Lines = z.array(personText(0, TEXT_LIMITS.line));
/** Texts of a node as people and models write them; those of a stored one are taken as they are. */
const Texts = { name: Name, description: Description };

const Place = z.int().nonnegative().optional();

/** A concept to be added: an id is made out of its name if it has none or a taken one, content is pending if it has none. */
export const NewConcept = Concept.partial({ concept_id: true, content: true }).extend({
  ...Texts,
  outcomes: Lines,
  keywords: Lines,
});
export type NewConcept = z.infer<typeof NewConcept>;

/** A module to be added, with or without concepts. */
export const NewModule = z.object({
  ...Texts,
  module_id: Id.optional(),
  concepts: z.array(NewConcept).optional(),
});
export type NewModule = z.infer<typeof NewModule>;

/** A stage to be added, with or without modules. */
export const NewStage = z.object({
  ...Texts,
  stage_id: Id.optional(),
  modules: z.array(NewModule).optional(),
});
export type NewStage = z.infer<typeof NewStage>;

/** What of a concept can be changed in place; never its id. */
export const ConceptFields = NewConcept.omit({ concept_id: true }).partial();
export type ConceptFields = z.infer<typeof ConceptFields>;

/** What of a module or stage can be changed. */
export const OutlineFields = z.object(Texts).partial();
export type OutlineFields = z.infer<typeof OutlineFields>;

/** What of the roadmap itself can be changed; `outcomes` replaces them all. */
export const RoadmapFields = z
  .object({
    title: Name,
    goal: z.string(),
    outcomes: z.array(Outcome.extend({ text: personText(1, TEXT_LIMITS.line) })),
  })
  .partial();
export type RoadmapFields = z.infer<typeof RoadmapFields>;

/** The kinds of nodes an operation can name by id. */
export const NodeKind = z.enum(["stage", "module", "concept"]);
export type NodeKind = z.infer<typeof NodeKind>;

/**
 * One edit on ids (PR8). `at` is a place from 0 among the new siblings; without it the node goes to the end.
 *
 * What needed a removed concept needs its prerequisites instead. A move's `into` is a stage's id for a module, a module's for a concept;
 * without it the node changes place where it is. A merge makes `ids` part of `into`; hours add up unless `fields` says otherwise.
 * The first part of a split keeps the id; each part needs the one before it; what needed the concept needs the last part.
 */
export const Operation = z.union([
  z.object({ op: z.literal("add"), kind: z.literal("stage"), node: NewStage, at: Place }),
  z.object({ op: z.literal("add"), kind: z.literal("module"), into: Id, node: NewModule, at: Place }),
  z.object({ op: z.literal("add"), kind: z.literal("concept"), into: Id, node: NewConcept, at: Place }),
  z.object({ op: z.literal("remove"), kind: NodeKind, id: Id }),
  z.object({ op: z.literal("change"), kind: z.literal("concept"), id: Id, fields: ConceptFields }),
  z.object({ op: z.literal("change"), kind: z.enum(["module", "stage"]), id: Id, fields: OutlineFields }),
  z.object({ op: z.literal("change"), kind: z.literal("roadmap"), fields: RoadmapFields }),
  z.object({ op: z.literal("move"), kind: NodeKind, id: Id, into: Id.optional(), at: Place }),
  z.object({ op: z.literal("merge"), ids: z.array(Id).min(1), into: Id, fields: ConceptFields.optional() }),
  z.object({ op: z.literal("split"), id: Id, parts: z.array(NewConcept).min(2) }),
]);
export type Operation = z.infer<typeof Operation>;

/** Edits applied in their order. */
export const Patch = z.array(Operation).max(500);
export type Patch = z.infer<typeof Patch>;
