import type {
  ChangeStatus,
  Goal,
  QuizResult,
  Roadmap,
  ContentKind,
  Patch,
  Pause,
  StepName,
  TaskAbout,
  TaskError,
  TaskKind,
  TaskStatus,
  Usage,
} from "@wayfinder/protocol";

/** Anything that survives JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A task as it is stored. */
export interface TaskRecord {
  readonly task_id: string;
  readonly user_id: string;
  /** The first task of a chain of retries; the step journal is kept under it (PL7). */
  readonly root_task_id: string;
  readonly retry_of: string | null;
  readonly status: TaskStatus;
  readonly step: StepName | null;
  readonly percent: number;
  /** The roadmap the task writes; readable once the structure has passed the gate. */
  readonly roadmap_id: string;
  readonly roadmap_ready: boolean;
  readonly head: number;
  readonly epoch: string;
  readonly goal: Goal;
  readonly usage: Usage;
  readonly error: TaskError | null;
  readonly kind: TaskKind;
  /** What a later task was asked for; null where nothing more is known than its kind. */
  readonly about: TaskAbout | null;
  /** Set while no new step or call may start. */
  readonly paused: Pause | null;
  /** The task that took its place, with a correction. */
  readonly superseded_by: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  /** Its log has been removed: this is the tombstone (LG10). */
  readonly gone: boolean;
}

/** A step to be run: its stable path (unique in the task), its phase and its input. */
export interface StepRequest {
  readonly path: string;
  readonly name: StepName;
  readonly input: Json;
  /** A step that waits for a person is not handed to workers. */
  readonly waits?: boolean;
}

/** A worker's timed claim of one step. The token fences off every earlier holder (LG3). */
export interface Lease {
  readonly task_id: string;
  readonly path: string;
  readonly token: number;
}

/** A step handed out, with all a worker needs to run it. */
export interface ClaimedStep {
  readonly lease: Lease;
  readonly name: StepName;
  readonly input: Json;
  readonly input_hash: string;
  /** Which try this is, from 1. */
  readonly attempt: number;
  /** How many tries before ended in a failure, as opposed to a lost worker. */
  readonly failures: number;
  /** The output of the same step with the same input, finished earlier: it is not run again (PL1). */
  readonly journalled: { readonly output: Json } | null;
  readonly task: Pick<TaskRecord, "task_id" | "root_task_id" | "user_id" | "roadmap_id" | "goal">;
}

/** The same with which of a worker's slots it takes. */
export interface HandedStep extends ClaimedStep {
  /** It calls nobody and is over at once: a step of a generation from the catalogue. */
  readonly is_quiet: boolean;
}

/** What a worker has room for. */
export interface ClaimRequest {
  readonly worker_id: number;
  readonly lease_ms: number;
  /** Steps in all. */
  readonly limit: number;
  /** How many of them may be steps that call a model; by default all. */
  readonly calling_limit?: number;
  /** How many steps that call a model it runs for whom: nobody gets all of a worker's. */
  readonly calling?: Readonly<Record<string, number>>;
}

/** A numbered event as stored: `body` is the JSON text of the event without `task_id`, `seq` and `at`. */
export interface StoredEvent {
  readonly seq: number;
  readonly at: string;
  readonly body: string;
}

/** What a step leaves behind besides its output, in the transaction that finishes it. */
export type Write =
  | { readonly kind: "roadmap"; readonly roadmap: Roadmap }
  | { readonly kind: "content"; readonly concept_id: string; readonly content: ContentKind; readonly body: Json }
  | { readonly kind: "content_failed"; readonly concept_id: string; readonly content: ContentKind; readonly reason: string }
  | ({ readonly kind: "change" } & Pick<ChangeRecord, "change_id" | "request" | "base_version" | "patch" | "summary">);

/** An edit of a finished roadmap that somebody asked for in words: proposed by a model, applied only when a person says so (PR8). */
export interface ChangeRecord {
  readonly change_id: string;
  readonly roadmap_id: string;
  readonly task_id: string;
  readonly request: string;
  readonly base_version: number;
  readonly patch: Patch;
  /** What the model says of it, in the learner's language. */
  readonly summary: string;
  readonly status: ChangeStatus;
  /** Undoes it; null until it is applied. */
  readonly inverse: Patch | null;
  /** The roadmap's version right after it was applied; undo is possible while the roadmap still is at it. */
  readonly applied_version: number | null;
  readonly created_at: string;
}

/** One version of a content unit. */
export interface ContentVersion {
  readonly version: number;
  readonly body: Json;
  readonly task_id: string | null;
  readonly created_at: string;
}

/** The content of one concept and kind. */
export interface ContentRecord {
  readonly concept_id: string;
  readonly kind: ContentKind;
  readonly status: "ready" | "failed";
  readonly body: Json;
  readonly reason: string | null;
  /** Counts the bodies this unit has had, from 1; 0 while there is none. */
  readonly version: number;
}

/** A roadmap with its owner. */
export interface RoadmapRecord {
  readonly roadmap_id: string;
  readonly user_id: string;
  readonly task_id: string;
  readonly roadmap: Roadmap;
  readonly created_at: string;
}

export interface QuizAttempt extends QuizResult {
  readonly roadmap_id: string;
  readonly concept_id: string;
  readonly user_id: string;
  /** Of the quiz whose item was answered. */
  readonly version: number;
}

/**
 * Says that something may have changed: a log has grown or was removed, a task was cancelled, a step is ready. It carries no truth (LG7).
 *
 * `history`: behind the connection is another database than before, or an earlier state of it, so nothing kept of any log holds (LG4).
 */
export type WakeUp =
  | { readonly kind: "task"; readonly task_id: string; readonly head: number }
  | { readonly kind: "cancel"; readonly task_id: string }
  | { readonly kind: "gone"; readonly task_id: string }
  | { readonly kind: "step" }
  | { readonly kind: "history" };

/** Events that this process has just committed, in order. */
export interface CommittedEvents {
  readonly task_id: string;
  readonly events: readonly StoredEvent[];
}
