import { z } from "zod";
import { Concept, ContentStatus } from "./roadmap.ts";
import { Id, Language } from "./text.ts";

export const ResourceKind = z.enum(["docs", "standard", "book", "course", "article"]);
export type ResourceKind = z.infer<typeof ResourceKind>;

/** A thing to read. A `url` is shown as a link only because it comes from the catalogue or was fetched on `checked_on` (PR10). */
export const Resource = z.object({
  title: z.string(),
  publisher: z.string(),
  kind: ResourceKind,
  language: Language,
  find: z.string(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  checked_on: z.string().optional(),
});
export type Resource = z.infer<typeof Resource>;

export const QuizType = z.enum(["single", "multiple", "true-false"]);
export type QuizType = z.infer<typeof QuizType>;

/** A quiz item as the learner sees it before the attempt: no key, no explanation (PR11). */
export const QuizQuestion = z.object({ item_id: Id, type: QuizType, question: z.string(), options: z.array(z.string()).min(2) });
export type QuizQuestion = z.infer<typeof QuizQuestion>;

/** A quiz item as it is stored: with its key. Never leaves the server before the attempt. */
export const QuizItem = QuizQuestion.extend({
  right: z.array(z.int().nonnegative()).min(1),
  explanation: z.string(),
  misconceptions: z.array(z.string().nullable()),
  tests: z.array(z.string()),
});
export type QuizItem = z.infer<typeof QuizItem>;

/** Indexes of the chosen options, from 0. */
export const QuizAnswer = z.strictObject({ chosen: z.array(z.int().min(0).max(9)).min(1).max(10) });
export type QuizAnswer = z.infer<typeof QuizAnswer>;

/** The same for a quiz that has versions: the one that was looked at; without it the present one is meant. */
export const VersionedQuizAnswer = QuizAnswer.extend({ version: z.int().positive().optional() });
export type VersionedQuizAnswer = z.infer<typeof VersionedQuizAnswer>;

export const QuizResult = z.object({
  item_id: Id,
  correct: z.boolean(),
  chosen: z.array(z.int()),
  right: z.array(z.int()),
  explanation: z.string(),
  misconception: z.string().optional(),
});
export type QuizResult = z.infer<typeof QuizResult>;

/** One concept of a roadmap with its content, as `GET /api/v1/roadmaps/{id}/concepts/{concept_id}` answers it. */
export const ConceptPage = z.object({
  roadmap_id: Id,
  roadmap_title: z.string(),
  language: Language,
  source: z.enum(["catalogue", "model"]),
  concept: Concept,
  stage: z.object({ stage_id: Id, name: z.string() }),
  module: z.object({ module_id: Id, name: z.string() }),
  tutorial: z.object({ status: ContentStatus, markdown: z.string().optional() }),
  resources: z.object({ status: ContentStatus, items: z.array(Resource).optional() }),
  /** Results are of this version, which an answer names. */
  quiz: z.object({
    status: ContentStatus,
    version: z.int().positive().optional(),
    items: z.array(QuizQuestion).optional(),
    results: z.array(QuizResult),
  }),
});
export type ConceptPage = z.infer<typeof ConceptPage>;
