import type {
  ContentKind,
  EventBody,
  FailedUnit,
  Goal,
  Pause,
  QuizResult,
  ReviewDecision,
  Roadmap,
  TaskAbout,
  TaskKind,
} from "@wayfinder/protocol";
import type { CallStore } from "./call-store.ts";
import type {
  ChangeRecord,
  ClaimRequest,
  CommittedEvents,
  ContentRecord,
  ContentVersion,
  HandedStep,
  Json,
  Lease,
  QuizAttempt,
  RoadmapRecord,
  StepRequest,
  StoredEvent,
  TaskRecord,
  WakeUp,
  Write,
} from "./record.ts";
import type { Decided, Telling, Waiting } from "./workflow.ts";
import type { OperationStore } from "./operation-store.ts";

export interface NewTask {
  readonly task_id: string;
  readonly user_id: string;
  readonly roadmap_id: string;
  readonly epoch: string;
  readonly goal: Goal;
  readonly steps: readonly StepRequest[];
  /** The same key with the same body gives the first task again; with another body it is refused. */
  readonly idempotency?: { readonly key: string; readonly body_hash: string };
  /** Hash of the network address it was asked from, for the budget of an address. */
  readonly address?: string;
  /** A task whose chain it takes the place of; the last one that does is kept. */
  readonly supersedes?: string;
}

export type CreateTaskResult =
  | { readonly outcome: "created" | "replayed"; readonly task: TaskRecord }
  | { readonly outcome: "key_reused" };

/** A settled step: what it found, what it tells, what comes next, and the event that ends the task if it does. */
export interface Completion {
  readonly lease: Lease;
  readonly input_hash: string;
  readonly output: Json;
  readonly writes: readonly Write[];
  readonly events: readonly EventBody[];
  readonly next: readonly StepRequest[];
  readonly asked?: Telling["asked"];
  readonly settled?: Telling["settled"];
}

/** A failed try: when to try again, or what the failure means for the task. */
export interface Failure {
  readonly lease: Lease;
  readonly message: string;
  readonly retry_in_ms: number | null;
  /** The answers that were paid for are of use to whoever tries again: it failed for another reason than what they said. */
  readonly keep_answers?: boolean;
  readonly writes: readonly Write[];
  readonly events: readonly EventBody[];
  readonly next: readonly StepRequest[];
  readonly asked?: Telling["asked"];
  readonly settled?: Telling["settled"];
}

/** A task started later on the same roadmap and journal (LG6): of the same kind and key at most one runs at a time. */
export interface FollowUp {
  /** Any task of the chain. */
  readonly task: TaskRecord;
  readonly task_id: string;
  readonly epoch: string;
  readonly kind: Exclude<TaskKind, "generate">;
  /** What it is about, such as a content unit; a retry is about the whole and has the empty key. */
  readonly key: string;
  /** The same, for a person to read. */
  readonly about?: TaskAbout;
  readonly steps: readonly StepRequest[];
  readonly address?: string;
}

/** What a chain of tasks has left to do, seen under the root task's lock. */
export interface Left {
  /** The roadmap as it is now; null before the structure has passed the gate. */
  readonly roadmap: Roadmap | null;
  /** Whether its content was begun: the structure was decided, by the gate and, where one was asked for, by the review. */
  readonly begun: boolean;
  /** Units that have content. */
  readonly written: readonly { readonly concept_id: string; readonly kind: ContentKind }[];
  /** Paths of the steps that tasks on the roadmap have open. */
  readonly open: readonly string[];
  /** Steps of the followed task that failed or were cut off. */
  readonly cut: readonly StepRequest[];
}

/** A later task whose steps follow from what is left. */
export interface FollowUpOfLeft extends Omit<FollowUp, "steps"> {
  readonly steps: (left: Left) => readonly StepRequest[];
}

/** Whether the store took a worker's word: `lost` means that the lease is no longer its own or the task is final (LG3). */
export type LeaseOutcome = "ok" | "lost";

/** Tasks, their log and their steps. Every change of a task commits with the events that tell of it (LG1). */
export interface TaskStore {
  createTask(input: NewTask): Promise<CreateTaskResult>;
  /** A new task on a finished one's roadmap and journal (LG6, PL7); while its like runs, that one is returned. */
  followTask(input: FollowUp): Promise<TaskRecord>;
  /** The same of what is left to do; null, and no task, where that is nothing (PL7). */
  followLeft(input: FollowUpOfLeft): Promise<TaskRecord | null>;
  /** What a person's idempotency key stands for, if it was used in the last 24 hours. */
  findByKey(input: { user_id: string; key: string }): Promise<{ body_hash: string; task: TaskRecord } | null>;
  getTask(input: { task_id: string }): Promise<TaskRecord | null>;
  /** Those that are gone are left out. */
  listTasks(input: { user_id: string; limit: number }): Promise<TaskRecord[]>;
  readEvents(input: { task_id: string; after: number; limit: number }): Promise<StoredEvent[]>;
  /** The heads of those of the given tasks that exist; the safety poll of a dead bus (LG7). */
  readHeads(input: { task_ids: readonly string[] }): Promise<{ task_id: string; head: number }[]>;
  /** `already` says how the task had ended before (LG8). */
  cancelTask(input: { task_id: string }): Promise<{ outcome: "cancelled" | "already"; task: TaskRecord } | null>;
  /** Takes away the log of a finished task and leaves a tombstone; its roadmap stays (LG10). Null: there was never such a task. */
  removeTask(input: { task_id: string }): Promise<"removed" | "already" | "running" | null>;
  /** The same for up to `limit` tasks that ended longer ago; the number removed. */
  removeExpired(input: { older_than_ms: number; limit: number }): Promise<number>;
  /** Compare-and-set on the waiting step and the roadmap's version: a double click is one decision. */
  reviewTask(input: {
    task_id: string;
    decision: ReviewDecision;
    decide: (waiting: Waiting) => Decided;
  }): Promise<{ outcome: "resolved" | "not_waiting" | "version_conflict" }>;

  /** No new step or call starts; what runs finishes. Null when there is no such task; `already` when it has ended or is paused (PL5). */
  pauseTask(input: { task_id: string; pause: Pause }): Promise<{ outcome: "paused" | "already"; task: TaskRecord } | null>;
  resumeTask(input: { task_id: string }): Promise<{ outcome: "resumed" | "already"; task: TaskRecord } | null>;

  /** Registers this process as a worker; its death frees its leases at once. */
  registerWorker(): Promise<{ worker_id: number }>;
  claimSteps(input: ClaimRequest): Promise<HandedStep[]>;
  /** The tokens that are still this worker's. */
  renewLeases(input: { worker_id: number; tokens: readonly number[]; lease_ms: number }): Promise<number[]>;
  /** Appends to the log of a running step; `from` counts the events this attempt appended before, so that a repeat is absorbed (LG3). */
  appendEvents(input: { lease: Lease; from: number; events: readonly EventBody[] }): Promise<LeaseOutcome>;
  completeStep(input: Completion): Promise<LeaseOutcome>;
  failStep(input: Failure): Promise<LeaseOutcome>;
  /** Gives a step back unfinished, because its task is paused; the try is not counted. */
  yieldStep(input: { lease: Lease }): Promise<LeaseOutcome>;
  /** Frees the steps whose lease has run out or whose worker is gone; the number freed. */
  sweepLeases(): Promise<number>;
}

/** How an edit of a roadmap went; `task_id` is the later task's, null where nothing was to be done. */
export type Replaced =
  | { readonly outcome: "replaced"; readonly task_id: string | null }
  | { readonly outcome: "version_conflict" }
  | { readonly outcome: "busy" };

/** Finished roadmaps and their content. */
export interface RoadmapStore {
  getRoadmap(input: { roadmap_id: string }): Promise<RoadmapRecord | null>;
  listRoadmaps(input: { user_id: string; limit: number }): Promise<RoadmapRecord[]>;
  /** Without bodies when `concept_id` is not given: only which content there is. */
  listContent(input: { roadmap_id: string; concept_id?: string }): Promise<ContentRecord[]>;
  /** What failed of the roadmaps as they stand now, whichever task failed it; by concept and kind. */
  listFailedUnits(input: { roadmap_ids: readonly string[] }): Promise<(FailedUnit & { readonly roadmap_id: string })[]>;
  /**
   * Replaces the roadmap by its next version if it still is at `expected`, and tells the tasks that are open on it (PR8).
   * With a change, the change's status and inverse are kept in the same commit; `version_conflict` also when it was decided on meanwhile.
   *
   * `busy`: a step that will write the roadmap itself is open; what one of the two wrote would be lost.
   */
  replaceRoadmap(input: {
    roadmap_id: string;
    expected: number;
    roadmap: Roadmap;
    events: readonly EventBody[];
    change?: Omit<ChangeRecord, "roadmap_id" | "applied_version" | "created_at">;
    /** A later task that writes what the edit has brought, in the same commit: nothing is left that nobody writes. */
    follow?: FollowUpOfLeft;
  }): Promise<Replaced>;
  getChange(input: { change_id: string }): Promise<ChangeRecord | null>;
  /** The newest first. */
  listChanges(input: { roadmap_id: string }): Promise<ChangeRecord[]>;
  /** Compare-and-set on `proposed`. */
  rejectChange(input: { change_id: string }): Promise<"rejected" | "not_proposed">;
  /** All versions of a unit's content that were ever shown, the newest first. */
  listContentVersions(input: { roadmap_id: string; concept_id: string; kind: ContentKind }): Promise<ContentVersion[]>;
  /** Makes an older version the newest again, as a version of its own; nothing is lost. */
  restoreContent(input: {
    roadmap_id: string;
    concept_id: string;
    kind: ContentKind;
    version: number;
  }): Promise<{ version: number } | null>;
  saveQuizAttempt(input: QuizAttempt): Promise<void>;
  /** The latest attempt at each item of a version of the quiz: the items of another are other questions. */
  listQuizAttempts(input: Omit<QuizAttempt, keyof QuizResult>): Promise<QuizResult[]>;
}

/** People, their sessions and one-time tickets; secrets come in hashed. */
export interface AccountStore {
  createGuest(input: { user_id: string; token_hash: string }): Promise<void>;
  findSession(input: { token_hash: string }): Promise<{ user_id: string } | null>;
  saveTicket(input: {
    ticket_hash: string;
    task_id: string;
    user_id: string;
    lifetime_ms: number;
  }): Promise<{ expires_at: string }>;
  /** A ticket is used once. */
  takeTicket(input: { ticket_hash: string; task_id: string }): Promise<{ user_id: string } | null>;
}

/** What running a step needs of the store. */
export type StepRunStore = Pick<
  Store,
  | "appendEvents"
  | "completeStep"
  | "failStep"
  | "yieldStep"
  | "beginCall"
  | "finishCall"
  | "failCall"
  | "getRoadmap"
  | "listContent"
>;

/** What a person set for their own model; the key comes encrypted. */
export interface ModelSettingsRecord {
  readonly provider: string;
  readonly model: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly sealed_key: string;
  readonly updated_at: string;
}

export interface SettingsStore {
  getModelSettings(input: { user_id: string }): Promise<ModelSettingsRecord | null>;
  saveModelSettings(input: { user_id: string; settings: Omit<ModelSettingsRecord, "updated_at"> }): Promise<void>;
  deleteModelSettings(input: { user_id: string }): Promise<void>;
  /** How a model is best asked for JSON, as a probe found within the last 30 days; `key` stands for its settings. */
  getModelMode(input: { key: string }): Promise<string | null>;
  saveModelMode(input: { key: string; mode: string }): Promise<void>;
}

/** The owner of all tasks that a benchmark made. */
export const BENCH_USER = "bench";

/** For measuring the channel alone: events of any shape on tasks of their own, in the real log. */
export interface BenchStore {
  /** Appends in the given order, making unknown tasks; `foreign` when a task is somebody's, and then nothing was appended. */
  appendUnchecked(input: { events: readonly { task_id: string; body: string }[] }): Promise<"ok" | "foreign">;
}

export interface Store extends TaskStore, CallStore, RoadmapStore, AccountStore, SettingsStore, BenchStore, OperationStore {
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  /** A short hash of the database's identity and timeline; part of the epoch on the wire (LG4). */
  identity(): string;
  /** Tells of commits here and, as soon as the bus brings word, elsewhere (LG7). Returns the unsubscribe. */
  onWakeUp(listener: (wakeUp: WakeUp) => void): () => void;
  /**
   * Hands over what was appended here, after its commit and before its wake-up, so that nobody needs to read it back.
   * A shortcut: other processes' events never come, and of ours any may be left out. Returns the unsubscribe.
   */
  onCommitted(listener: (committed: CommittedEvents) => void): () => void;
  close(): Promise<void>;
}
