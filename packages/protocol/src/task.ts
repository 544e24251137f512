import { z } from "zod";
import type { BrokenRule } from "./field-error.ts";
import { RoadmapSource } from "./goal.ts";
import { ContentKind } from "./roadmap.ts";
import { Id, Language, personText } from "./text.ts";

export const TaskStatus = z.enum(["queued", "running", "waiting_for_review", "completed", "failed", "cancelled"]);
export type TaskStatus = z.infer<typeof TaskStatus>;

/** The three statuses after which every append is refused (LG6). */
export const FINAL_STATUSES = ["completed", "failed", "cancelled"] as const satisfies readonly TaskStatus[];
export type FinalStatus = (typeof FINAL_STATUSES)[number];
export const isFinal = (status: TaskStatus): status is FinalStatus => (FINAL_STATUSES as readonly TaskStatus[]).includes(status);

/** The phases of a generation in their order. */
export const STEPS = [
  "intent_analysis",
  "curriculum_design",
  "structure_validation",
  "roadmap_edit",
  "human_review",
  "content_generation",
] as const;
export const StepName = z.enum(STEPS);
export type StepName = z.infer<typeof StepName>;

export const Usage = z.object({
  input_tokens: z.int().nonnegative(),
  output_tokens: z.int().nonnegative(),
  /** US dollars; null when the price is not known (PL6). */
  cost_usd: z.number().nonnegative().nullable(),
  /** The most that calls without an answer (cut off, their worker lost) may have cost on top. */
  unconfirmed: z
    .object({
      calls: z.int().nonnegative(),
      input_tokens: z.int().nonnegative(),
      output_tokens: z.int().nonnegative(),
      cost_usd: z.number().nonnegative().nullable(),
    })
    .optional(),
});
export type Usage = z.infer<typeof Usage>;

/** Why a task was started: the first of its roadmap, or a later one on it (LG6). */
export const TaskKind = z.enum(["generate", "retry", "change", "regenerate", "content"]);
export type TaskKind = z.infer<typeof TaskKind>;

/** What a later task was asked for: a change in words, or a unit to be written anew, with a wish if there was one. */
export const TaskAbout = z.object({ words: z.string().optional(), concept_id: Id.optional(), content: ContentKind.optional() });
export type TaskAbout = z.infer<typeof TaskAbout>;

/** Why no new step or call of a task starts; a person resumes it. */
export const Pause = z.object({ reason: z.enum(["user", "budget"]), message: z.string() });
export type Pause = z.infer<typeof Pause>;

/**
 * What a failure comes of where no other try helps before somebody has mended the model's settings or its account: `no_model`,
 * `key_refused`, `out_of_credit`, `model_not_found`, `address_not_allowed`. Readers take others for none.
 */
export const FailureCause = z.string();

export const TaskError = z.object({ code: z.string(), message: z.string(), cause: FailureCause.optional() });
export type TaskError = z.infer<typeof TaskError>;

/** A content unit that failed: a concept and, from a model, the kind of content. */
export const FailedUnit = z.object({ unit: z.string(), concept_id: Id, reason: z.string() });
export type FailedUnit = z.infer<typeof FailedUnit>;

export const TaskLinks = z.object({ self: z.string(), ws: z.string(), events: z.string(), ticket: z.string() });
export type TaskLinks = z.infer<typeof TaskLinks>;

/** A task as `GET /api/v1/tasks/{task_id}` answers it. */
export const Task = z.object({
  task_id: Id,
  status: TaskStatus,
  step: StepName.nullable(),
  percent: z.number().min(0).max(100),
  roadmap_id: Id.nullable(),
  head: z.int().nonnegative(),
  epoch: z.string(),
  usage: Usage,
  error: TaskError.optional(),
  failed_units: z.array(FailedUnit),
  retry_of: Id.optional(),
  /** The task that took its place, with a correction. */
  superseded_by: Id.optional(),
  kind: TaskKind.optional(),
  about: TaskAbout.optional(),
  /** Whether the goal asked for a look at the structure before the content is written. */
  review: z.boolean().optional(),
  paused: Pause.optional(),
  goal: z.string(),
  language: Language,
  /** Where its content comes from; the catalogue costs nothing. */
  source: RoadmapSource.optional(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type Task = z.infer<typeof Task>;

/** The answer to `POST /api/v1/roadmaps/generate` and to a retry. */
export const TaskCreated = z.object({ task_id: Id, epoch: z.string(), status: TaskStatus, links: TaskLinks });
export type TaskCreated = z.infer<typeof TaskCreated>;

export const ReviewDecision = z
  .strictObject({
    decision: z.enum(["approve", "change"]),
    feedback: personText(0, 4000).optional(),
    /** What was asked in `intent.questions`. */
    answers: z
      .array(z.strictObject({ question_id: Id, answer: personText(1, 1000) }))
      .max(20)
      .optional(),
    /** Words about single concepts. */
    comments: z
      .array(z.strictObject({ concept_id: Id, text: personText(1, 2000) }))
      .max(100)
      .optional(),
    version: z.int().positive(),
  })
  .refine(
    ({ decision, feedback, answers = [], comments = [] }) =>
      decision === "approve" || feedback || answers.length + comments.length > 0,
    {
      path: ["feedback"],
      message: "say what should be different, here, in an answer or in a comment",
      params: { rule: "too_short", limit: 1 } satisfies BrokenRule,
    },
  );
export type ReviewDecision = z.infer<typeof ReviewDecision>;

export const Ticket = z.object({ ticket: z.string(), expires_at: z.string() });
export type Ticket = z.infer<typeof Ticket>;
