import type { EventBody, Intent, StepName } from "@wayfinder/protocol";
import { foldEvents, type Snapshot } from "@wayfinder/protocol/fold";

type Outline = Extract<EventBody, { type: "outline_delta" }>["node"];

/** The events, numbered and one second apart. */
export const log = (...bodies: EventBody[]) =>
  bodies.map((body, at) => ({ ...body, task_id: "t1", seq: at + 1, at: `2026-11-23T10:00:${String(at).padStart(2, "0")}Z` }));

/** The real fold of hand-written events. */
export const snapshotOf = (...bodies: EventBody[]): Snapshot => foldEvents(log(...bodies));

type Progress = Extract<EventBody, { type: "progress" }>;

export const progress = (step: StepName, status: Progress["status"], percent = 0): EventBody => ({
  type: "progress",
  step,
  status,
  percent,
});

const node = (outline: Outline): EventBody => ({ type: "outline_delta", node: outline });

/** A stage with one module of the given concepts. */
export const stage = (order: number, ...concepts: string[]): EventBody[] => [
  node({ kind: "stage", stage_id: `s${order}`, order, name: `Stage ${order}`, description: "d" }),
  node({ kind: "module", stage_id: `s${order}`, module_id: `m${order}`, name: `Module ${order}`, description: "d" }),
  ...concepts.map((id) =>
    node({
      kind: "concept",
      module_id: `m${order}`,
      concept_id: id,
      name: id.toUpperCase(),
      description: "d",
      hours: { low: 1, likely: 1, high: 1 },
      difficulty: "easy",
      prerequisites: [],
      outcomes: [],
      keywords: [],
    }),
  ),
];

/** A try of the step failed of an overload; the second of eight comes five seconds later. */
export const retries = (step: StepName, code = "overloaded"): EventBody => ({
  type: "retry_planned",
  step,
  code,
  attempt: 2,
  attempts: 8,
  retry_in_ms: 5_000,
});

/** The end of a task, with the given parts missing. */
export const ends = (...units: string[]): EventBody => ({
  type: "completed",
  final: true,
  roadmap_id: "r",
  failed_units: units.map((unit) => ({ unit, concept_id: unit.split("/")[0] ?? "", reason: "no" })),
});

export const starts = (id: string, unit = id): EventBody => ({ type: "concept_start", concept_id: id, unit });
export const writes = (id: string, text: string, unit = id): EventBody => ({
  type: "content_delta",
  unit,
  attempt: 1,
  offset: 0,
  text,
});
export const completes = (
  id: string,
  unit = id,
  kinds: ("tutorial" | "resources" | "quiz")[] = ["tutorial", "resources", "quiz"],
): EventBody => ({
  type: "concept_complete",
  concept_id: id,
  unit,
  kinds,
});
export const fails = (id: string, reason: string): EventBody => ({
  type: "concept_failed",
  concept_id: id,
  unit: id,
  kinds: ["quiz"],
  reason,
});

export const intent = (rest: Partial<Intent> = {}): EventBody => ({
  type: "intent_ready",
  intent: {
    parsed_goal: "g",
    path_type: "deep_dive",
    difficulty: "easy",
    hours: { low: 1, likely: 2, high: 3 },
    key_technologies: [],
    focus: [],
    profile_summary: "",
    skill_gaps: [],
    suggestions: [],
    assumptions: [],
    known: [],
    targets: ["a"],
    ...rest,
  },
});
