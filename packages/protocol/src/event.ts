import { z } from "zod";
import { Intent } from "./intent.ts";
import { Concept, ContentKind, Module, Stage } from "./roadmap.ts";
import { FailedUnit, FailureCause, StepName, TaskError, Usage } from "./task.ts";
import { Id, Moment } from "./text.ts";

/** A fix the validator made, told so that a person can read it (PR7). */
export const Repair = z.object({ rule: z.string(), action: z.string(), message: z.string(), ids: z.array(z.string()) });
export type Repair = z.infer<typeof Repair>;

export const Finding = z.object({ rule: z.string(), message: z.string(), ids: z.array(z.string()) });
export type Finding = z.infer<typeof Finding>;

const Unit = z.string().min(1).max(200);

/** The five weighted dimensions a critic judges a structure by (weights in the order given: .30, .25, .20, .15, .10). */
export const CRITIC_DIMENSIONS = ["completeness", "progression", "stage_coherence", "module_clarity", "user_alignment"] as const;

/** A critic's word on a structure; `available: false` says that there was none, and the deterministic gate alone decided (PL8). */
export const Critique = z.object({
  available: z.boolean(),
  /** 0 to 100, weighted. */
  score: z.number().min(0).max(100).optional(),
  dimensions: z.partialRecord(z.enum(CRITIC_DIMENSIONS), z.number().min(0).max(100)).optional(),
  findings: z.array(Finding),
});
export type Critique = z.infer<typeof Critique>;

/** A whole outline, told where it differs from what `outline_delta` built up: after repairs and edits. */
const Outline = z.array(
  Stage.omit({ modules: true }).extend({
    modules: z.array(Module.omit({ concepts: true }).extend({ concepts: z.array(Concept.omit({ content: true })) })),
  }),
);

/** What a step tells of; the log adds `task_id`, `seq` and `at`. One discriminated union for both sides (MS3). */
export const EventBody = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("progress"),
    step: StepName,
    status: z.enum(["started", "completed", "failed", "skipped", "paused", "resumed"]),
    message: z.string().optional(),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    percent: z.number().min(0).max(100),
    eta_ms: z.int().nonnegative().optional(),
  }),
  z.object({ type: z.literal("intent_ready"), intent: Intent }),
  z.object({
    type: z.literal("outline_delta"),
    node: z.discriminatedUnion("kind", [
      Stage.omit({ modules: true }).extend({ kind: z.literal("stage") }),
      Module.omit({ concepts: true }).extend({ kind: z.literal("module"), stage_id: Id }),
      Concept.omit({ content: true }).extend({ kind: z.literal("concept"), module_id: Id }),
    ]),
  }),
  z.object({
    type: z.literal("validation_result"),
    roadmap_id: Id.nullable(),
    version: z.int().positive(),
    ok: z.boolean(),
    repairs: z.array(Repair),
    findings: z.array(Finding),
    critique: Critique.optional(),
    outline: Outline.optional(),
  }),
  z.object({
    type: z.literal("roadmap_edited"),
    roadmap_id: Id,
    version: z.int().positive(),
    changes: z.array(z.string()),
    outline: Outline.optional(),
  }),
  z.object({ type: z.literal("human_review_required"), roadmap_id: Id, version: z.int().positive() }),
  z.object({
    type: z.literal("human_review_resolved"),
    decision: z.enum(["approve", "change"]),
    version: z.int().positive(),
    feedback: z.string().optional(),
    /** To what was asked in `intent.questions`. */
    answers: z.array(z.object({ question_id: Id, answer: z.string() })).optional(),
  }),
  z.object({ type: z.literal("concept_start"), concept_id: Id, unit: Unit }),
  z.object({
    type: z.literal("content_delta"),
    unit: Unit,
    attempt: z.int().positive(),
    offset: z.int().nonnegative(),
    text: z.string(),
  }),
  z.object({ type: z.literal("concept_complete"), concept_id: Id, unit: Unit, kinds: z.array(ContentKind) }),
  z.object({
    type: z.literal("concept_failed"),
    concept_id: Id,
    unit: Unit,
    kinds: z.array(ContentKind),
    reason: z.string(),
    cause: FailureCause.optional(),
  }),
  z.object({ type: z.literal("attempt_started"), unit: Unit, attempt: z.int().positive() }),
  /** A try of a step failed of something that may pass by itself; the next one begins no sooner than so long after this event. */
  z.object({
    type: z.literal("retry_planned"),
    step: StepName,
    /** Of what it failed; readers keep words of their own for codes that they do not know. */
    code: z.string().min(1).max(64),
    /** Which try comes next, from 2, of how many. */
    attempt: z.int().min(2),
    attempts: z.int().positive(),
    retry_in_ms: z.int().nonnegative(),
  }),
  z.object({ type: z.literal("usage"), usage: Usage }),
  z.object({
    type: z.literal("completed"),
    final: z.literal(true),
    roadmap_id: Id,
    failed_units: z.array(FailedUnit),
  }),
  z.object({ type: z.literal("failed"), final: z.literal(true), error: TaskError }),
  z.object({ type: z.literal("cancelled"), final: z.literal(true) }),
]);
export type EventBody = z.infer<typeof EventBody>;
export type EventType = EventBody["type"];

/** The fields the log adds: the task, its gapless number from 1 (LG2) and the moment of the append. */
export const EventHeader = z.object({ task_id: Id, seq: z.int().positive(), at: Moment });
export type EventHeader = z.infer<typeof EventHeader>;

/** A numbered fact of a task's log. */
export const TaskEvent = z.intersection(EventBody, EventHeader);
export type TaskEvent = EventBody & EventHeader;

/** Whether the event ends its log (LG6). */
export const isFinalEvent = (event: { type: string }): boolean => "final" in event && event.final === true;

/** The page of the log that `GET /api/v1/tasks/{id}/events` answers. */
export const EventPage = z.object({ events: z.array(TaskEvent), head: z.int().nonnegative(), epoch: z.string() });
export type EventPage = z.infer<typeof EventPage>;
