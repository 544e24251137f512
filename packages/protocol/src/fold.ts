import type { Critique, EventBody, EventHeader, EventType, Finding, Repair } from "./event.ts";
import { answeredIntent } from "./answered-intent.ts";
import type { Intent } from "./intent.ts";
import type { OutlineStage } from "./outline.ts";
import { type Retry, retryOf } from "./retry.ts";
import { type Revision, revisionAfter } from "./revision.ts";
import type { ContentKind, ContentStatus } from "./roadmap.ts";
import type { FailedUnit, StepName, TaskError, TaskStatus, Usage } from "./task.ts";
import { OUTLINE_UNIT } from "./unit.ts";

export type { OutlineConcept, OutlineModule, OutlineStage } from "./outline.ts";
export type { Retry } from "./retry.ts";
export type { Revision } from "./revision.ts";
type Progress = Extract<EventBody, { type: "progress" }>;

export interface StepState {
  readonly status: Progress["status"];
  readonly started_at?: string;
  readonly ended_at?: string;
  readonly message?: string;
  readonly data?: Progress["data"];
  /** The next try, after one that failed of something that may pass; gone when the step has ended. */
  readonly retry?: Retry;
}

export interface UnitState {
  readonly concept_id: string;
  readonly status: ContentStatus;
  readonly kinds: readonly ContentKind[];
  readonly reason?: string;
  /** `FailureCause` */
  readonly cause?: string;
}

export interface UnitText {
  readonly attempt: number;
  readonly text: string;
}

/** A task as its log tells it: the fold of events 1..`seq`. */
export interface Snapshot {
  readonly seq: number;
  readonly status: TaskStatus;
  readonly percent: number;
  readonly eta_ms?: number;
  readonly step: StepName | null;
  readonly steps: Readonly<Partial<Record<StepName, StepState>>>;
  /** With the person's answers to its questions. */
  readonly intent?: Intent;
  readonly stages: readonly OutlineStage[];
  readonly validation?: {
    readonly ok: boolean;
    readonly repairs: readonly Repair[];
    readonly findings: readonly Finding[];
    readonly critique?: Critique;
  };
  /** What became of the latest wish for changes at the review. */
  readonly revision?: Revision;
  /** Set while no new step or call starts; the words say why. */
  readonly paused?: string | null;
  readonly roadmap_id?: string;
  readonly version?: number;
  readonly units: Readonly<Record<string, UnitState>>;
  readonly texts: Readonly<Record<string, UnitText>>;
  readonly writing?: string;
  readonly usage?: Usage;
  readonly failed_units: readonly FailedUnit[];
  readonly error?: TaskError;
}

export const EMPTY_SNAPSHOT: Snapshot = {
  seq: 0,
  status: "queued",
  percent: 0,
  step: null,
  steps: {},
  stages: [],
  units: {},
  texts: {},
  failed_units: [],
};

type Numbered = EventBody & Pick<EventHeader, "seq" | "at">;

/**
 * The next snapshot. Unchanged parts keep their identity, so that a view can compare by reference.
 *
 * Pure, but for what `fresh` holds: objects that nobody has seen yet. A burst of events hands in one and the same set, and then copies a part that
 * grows with the log (the units, their texts) once, not once for each event.
 */
export function applyEvent(s: Snapshot, e: Numbered, fresh: Set<object> = new Set()): Snapshot {
  return { ...s, ...change(s, e, fresh), ...revisionAfter(s, e), seq: e.seq };
}

/** The event types that are folded; the type makes the compiler complete the list. */
const EVENTS: Readonly<Record<EventType, true>> = {
  progress: true,
  intent_ready: true,
  outline_delta: true,
  validation_result: true,
  roadmap_edited: true,
  human_review_required: true,
  human_review_resolved: true,
  concept_start: true,
  content_delta: true,
  concept_complete: true,
  concept_failed: true,
  attempt_started: true,
  retry_planned: true,
  usage: true,
  completed: true,
  failed: true,
  cancelled: true,
};

/** How a client of the channel makes the snapshot of a generation. An event of a type that it does not know changes no more than `seq`. */
export const generationFold = {
  empty: EMPTY_SNAPSHOT,
  apply: applyEvent,
  knows: (type: string): boolean => Object.hasOwn(EVENTS, type),
} as const;

/** The snapshot of a whole log. */
export const foldEvents = (events: Iterable<Numbered>, from: Snapshot = EMPTY_SNAPSHOT): Snapshot => {
  const fresh = new Set<object>();
  let s = from;
  for (const e of events) s = applyEvent(s, e, fresh);
  return s;
};

function change(s: Snapshot, e: Numbered, fresh: Set<object>): Partial<Snapshot> {
  switch (e.type) {
    case "progress":
      return progress(s, e);
    case "intent_ready":
      return { intent: e.intent };
    case "outline_delta":
      return { stages: addNode(s.stages, e.node) };
    case "validation_result":
      return {
        validation: {
          ok: e.ok,
          repairs: e.repairs,
          findings: e.findings,
          ...(e.critique === undefined ? {} : { critique: e.critique }),
        },
        version: e.version,
        ...(e.roadmap_id === null ? {} : { roadmap_id: e.roadmap_id }),
        ...(e.outline === undefined ? {} : { stages: e.outline }),
      };
    case "roadmap_edited":
      return { roadmap_id: e.roadmap_id, version: e.version, ...(e.outline === undefined ? {} : { stages: e.outline }) };
    case "human_review_required":
      return { status: "waiting_for_review", roadmap_id: e.roadmap_id, version: e.version };
    case "human_review_resolved":
      return { status: "running", ...(s.intent && e.answers ? { intent: answeredIntent(s.intent, e.answers) } : {}) };
    case "concept_start":
      return {
        units: set({ record: s.units, fresh }, e.unit, { concept_id: e.concept_id, status: "generating", kinds: [] }),
        writing: e.unit,
        // what writes one unit anew begins with it, and tells of no phase before it is done
        status: begun(s.status),
        ...retriedWriting(s.steps),
      };
    case "attempt_started":
      if (e.unit === OUTLINE_UNIT) return { stages: [] };
      return { texts: set({ record: s.texts, fresh }, e.unit, { attempt: e.attempt, text: "" }) };
    case "content_delta":
      return { texts: addText({ record: s.texts, fresh }, e), writing: e.unit };
    case "concept_complete":
    case "concept_failed":
      return { units: set({ record: s.units, fresh }, e.unit, settledUnit(e)) };
    case "retry_planned":
      return { step: e.step, steps: { ...s.steps, [e.step]: { ...(s.steps[e.step] ?? BEGUN), retry: retryOf(e) } } };
    case "usage":
      return { usage: e.usage };
    case "completed":
      return { status: "completed", percent: 100, eta_ms: 0, roadmap_id: e.roadmap_id, failed_units: e.failed_units };
    case "failed":
      return { status: "failed", error: e.error };
    case "cancelled":
      return { status: "cancelled" };
  }
}

function progress(s: Snapshot, e: Progress & Pick<EventHeader, "at">): Partial<Snapshot> {
  if (e.status === "paused") return { paused: e.message ?? "" };
  if (e.status === "resumed") return { paused: null };
  const before = s.steps[e.step];
  const started = e.status === "started" ? e.at : before?.started_at;
  const state: StepState = {
    status: e.status,
    ...(started === undefined ? {} : { started_at: started }),
    ...(e.status === "started" ? {} : { ended_at: e.at }),
    ...(e.message === undefined ? {} : { message: e.message }),
    ...(e.data === undefined ? {} : { data: e.data }),
    ...(e.status === "started" && before?.retry ? { retry: { ...before.retry, begun: true } } : {}),
  };
  return {
    step: e.step,
    steps: { ...s.steps, [e.step]: state },
    percent: Math.max(s.percent, e.percent),
    status: begun(s.status),
    ...(e.eta_ms === undefined ? {} : { eta_ms: e.eta_ms }),
  };
}

const settledUnit = (e: Extract<EventBody, { type: "concept_complete" | "concept_failed" }>): UnitState =>
  e.type === "concept_complete"
    ? { concept_id: e.concept_id, status: "ready", kinds: e.kinds }
    : {
        concept_id: e.concept_id,
        status: "failed",
        kinds: e.kinds,
        reason: e.reason,
        ...(e.cause === undefined ? {} : { cause: e.cause }),
      };

/** A step that tells of nothing before its end has begun with its first try. */
const BEGUN: StepState = { status: "started" };

/** A unit that begins again is at its next try. */
function retriedWriting(steps: Snapshot["steps"]): Partial<Pick<Snapshot, "steps">> {
  const { content_generation: step } = steps;
  return step?.retry ? { steps: { ...steps, content_generation: { ...step, retry: { ...step.retry, begun: true } } } } : {};
}

const begun = (status: TaskStatus): TaskStatus => (status === "queued" ? "running" : status);

type Node = Extract<EventBody, { type: "outline_delta" }>["node"];

function addNode(stages: readonly OutlineStage[], node: Node): readonly OutlineStage[] {
  switch (node.kind) {
    case "stage": {
      const { kind: _, ...stage } = node;
      const kept = stages.find((x) => x.stage_id === stage.stage_id);
      return put(stages, (x) => x.stage_id, { ...stage, modules: kept?.modules ?? [] }).toSorted((a, b) => a.order - b.order);
    }
    case "module": {
      const { kind: _, stage_id, ...module } = node;
      return stages.map((stage) => {
        if (stage.stage_id !== stage_id) return stage;
        const kept = stage.modules.find((x) => x.module_id === module.module_id);
        return { ...stage, modules: put(stage.modules, (x) => x.module_id, { ...module, concepts: kept?.concepts ?? [] }) };
      });
    }
    case "concept": {
      const { kind: _, module_id, ...concept } = node;
      return stages.map((stage) =>
        stage.modules.some((m) => m.module_id === module_id)
          ? {
              ...stage,
              modules: stage.modules.map((m) =>
                m.module_id === module_id ? { ...m, concepts: put(m.concepts, (x) => x.concept_id, concept) } : m,
              ),
            }
          : stage,
      );
    }
  }
}

function put<T>(list: readonly T[], id: (item: T) => string, item: T): T[] {
  const at = list.findIndex((x) => id(x) === id(item));
  return at < 0 ? [...list, item] : list.with(at, item);
}

/** A part that grows with the log, and what of the snapshot may be changed in place. */
interface Growing<T> {
  readonly record: Readonly<Record<string, T>>;
  readonly fresh: Set<object>;
}

/** The record with one more entry: a copy, unless nobody has seen this one. */
function set<T>({ record, fresh }: Growing<T>, key: string, value: T): Readonly<Record<string, T>> {
  const next: Record<string, T> = fresh.has(record) ? record : { ...record };
  fresh.add(next);
  next[key] = value;
  return next;
}
/** A delta of an older attempt, or one that does not continue the text, changes nothing. */
function addText(texts: Growing<UnitText>, e: Extract<EventBody, { type: "content_delta" }>): Snapshot["texts"] {
  const now = texts.record[e.unit] ?? { attempt: e.attempt, text: "" };
  if (e.attempt !== now.attempt || e.offset !== now.text.length) return texts.record;
  return set(texts, e.unit, { attempt: now.attempt, text: now.text + e.text });
}
