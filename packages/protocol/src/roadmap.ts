import { z } from "zod";
import { Language, Day, Id } from "./text.ts";
import { RoadmapSource } from "./goal.ts";

/** Hours of work, low ≤ likely ≤ high. */
export const Hours = z.object({ low: z.number().positive(), likely: z.number().positive(), high: z.number().positive() });
export type Hours = z.infer<typeof Hours>;

export const Difficulty = z.enum(["easy", "medium", "hard"]);
export type Difficulty = z.infer<typeof Difficulty>;

export const Prerequisite = z.object({ concept_id: Id, kind: z.enum(["hard", "soft"]) });
export type Prerequisite = z.infer<typeof Prerequisite>;

export const CONTENT_KINDS = ["tutorial", "resources", "quiz"] as const;
export const ContentKind = z.enum(CONTENT_KINDS);
export type ContentKind = z.infer<typeof ContentKind>;

export const ContentStatus = z.enum(["pending", "generating", "ready", "failed"]);
export type ContentStatus = z.infer<typeof ContentStatus>;

export const ContentState = z.record(ContentKind, z.object({ status: ContentStatus }));
export type ContentState = z.infer<typeof ContentState>;

export const Concept = z.object({
  concept_id: Id,
  name: z.string().min(1),
  description: z.string().min(1),
  hours: Hours,
  difficulty: Difficulty,
  prerequisites: z.array(Prerequisite),
  outcomes: z.array(z.string()),
  keywords: z.array(z.string()),
  content: ContentState,
});
export type Concept = z.infer<typeof Concept>;

export const Module = z.object({
  module_id: Id,
  name: z.string().min(1),
  description: z.string().min(1),
  concepts: z.array(Concept).min(1),
});
export type Module = z.infer<typeof Module>;

export const Stage = z.object({
  stage_id: Id,
  order: z.int().positive(),
  name: z.string().min(1),
  description: z.string().min(1),
  modules: z.array(Module).min(1),
});
export type Stage = z.infer<typeof Stage>;

export const PlanItem = z.object({ concept_id: Id, kind: z.enum(["learn", "review"]), hours: z.number().positive() });
export type PlanItem = z.infer<typeof PlanItem>;

export const Week = z.object({
  week: z.int().positive(),
  starts_on: Day.optional(),
  hours: z.number().nonnegative(),
  items: z.array(PlanItem),
});
export type Week = z.infer<typeof Week>;

export const Verdict = z.enum(["fits", "tight", "does_not_fit"]);
export type Verdict = z.infer<typeof Verdict>;

/** Concepts laid out in weeks. `cut` names optional concepts shown in stages but in no week (API.md, Roadmap). */
export const Plan = z.object({
  hours_per_week: z.number().positive(),
  weeks: z.array(Week),
  total_hours: z.number().nonnegative(),
  finishes_on: Day.optional(),
  verdict: Verdict,
  cut: z.array(Id).optional(),
  earliest_finish: Day.optional(),
});
export type Plan = z.infer<typeof Plan>;

/** What the learner can do at the end, and the concepts that lead there. */
export const Outcome = z.object({ id: Id, text: z.string().min(1), concept_ids: z.array(Id).min(1) });
export type Outcome = z.infer<typeof Outcome>;

export const Roadmap = z.object({
  roadmap_id: Id,
  version: z.int().positive(),
  title: z.string().min(1),
  goal: z.string(),
  language: Language,
  source: RoadmapSource,
  outcomes: z.array(Outcome).min(1),
  stages: z.array(Stage).min(1),
  plan: Plan,
});
export type Roadmap = z.infer<typeof Roadmap>;

/** One line of the list of roadmaps. */
export const RoadmapSummary = z.object({
  roadmap_id: Id,
  task_id: Id,
  title: z.string(),
  goal: z.string(),
  language: Language,
  source: RoadmapSource,
  concepts: z.int(),
  weeks: z.int(),
  total_hours: z.number(),
  finishes_on: Day.optional(),
  created_at: z.string(),
});
export type RoadmapSummary = z.infer<typeof RoadmapSummary>;

/** Hours in low / likely / high and what they mean in weeks, before anything is generated. */
export const Estimate = z.object({
  title: z.string(),
  concepts: z.int(),
  stages: z.int(),
  known: z.array(z.object({ id: Id, title: z.string() })),
  known_hours: z.number(),
  hours: Hours,
  weeks: Hours,
  finishes_on: z.object({ low: Day, likely: Day, high: Day }),
  plan: Plan.omit({ weeks: true }),
  cut: z.array(z.object({ id: Id, title: z.string() })),
  coverage: z.object({ published: z.int(), total: z.int(), missing: z.array(z.string()) }),
});
export type Estimate = z.infer<typeof Estimate>;
