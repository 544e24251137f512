import { z } from "zod";
import { ConceptPage } from "./content.ts";
import { Level } from "./goal.ts";
import { Hours, Prerequisite } from "./roadmap.ts";
import { Id, Language } from "./text.ts";

/** A published concept on the map of its domain. */
export const MapNode = z.object({
  id: Id,
  title: z.string(),
  /** A goal that leads to it for certain: its title, with its module where two concepts share one. */
  goal: z.string(),
  /** How its text begins, a sentence or two. */
  summary: z.string(),
  level: Level,
  hours: Hours,
  kind: z.enum(["concept", "project"]),
  module_id: Id,
  /** Of this domain or of another one. */
  prerequisites: z.array(Prerequisite),
  /** Whether a plan may leave it out for a deadline. */
  optional: z.boolean(),
});
export type MapNode = z.infer<typeof MapNode>;

/** A column of the map: concepts in the order of study. */
export const MapStage = z.object({ id: Id, name: z.string(), concept_ids: z.array(Id).min(1) });
export type MapStage = z.infer<typeof MapStage>;

/** A domain as a map that can be walked; its concepts are in the order of study. */
export const DomainMap = z.object({
  id: Id,
  title: z.string(),
  /** Of all its concepts together. */
  hours: Hours,
  /** What one can do after it. */
  outcomes: z.array(z.string()),
  modules: z.array(z.object({ id: Id, title: z.string() })),
  stages: z.array(MapStage),
  concepts: z.array(MapNode),
});
export type DomainMap = z.infer<typeof DomainMap>;

/** The built-in knowledge in one language, as `GET /api/v1/catalogue` answers it. */
export const CatalogueView = z.object({ language: Language, domains: z.array(DomainMap) });
export type CatalogueView = z.infer<typeof CatalogueView>;

/** A concept of the catalogue to read without a roadmap, as `GET /api/v1/catalogue/concepts/{concept_id}` answers it. */
export const CataloguePage = ConceptPage.omit({ roadmap_id: true, roadmap_title: true, stage: true }).extend({
  domain: z.object({ id: Id, title: z.string() }),
  goal: z.string(),
});
export type CataloguePage = z.infer<typeof CataloguePage>;

/** A fault of a data file: where, the rule of FORMAT.md, and what is wrong. */
export const FileFinding = z.object({ path: z.string(), line: z.int(), rule: z.string(), message: z.string() });
export type FileFinding = z.infer<typeof FileFinding>;

/** The concept files while somebody writes them, as `GET /api/v1/catalogue/preview` answers it. */
export const PreviewList = z.object({
  files: z.array(z.object({ concept_id: z.string(), title: z.string(), domain: z.string(), findings: z.int() })),
  /** Faults that stand in no concept file: of the map, of a domain as a whole. */
  elsewhere: z.array(FileFinding),
});
export type PreviewList = z.infer<typeof PreviewList>;

/** One concept file while somebody writes it: as the learner will see it, or null while it cannot be read, and what is wrong with it. */
export const PreviewPage = z.object({
  concept_id: z.string(),
  path: z.string(),
  findings: z.array(FileFinding),
  page: CataloguePage.nullable(),
});
export type PreviewPage = z.infer<typeof PreviewPage>;
