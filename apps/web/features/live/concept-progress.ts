import type { ContentKind } from "@wayfinder/protocol";
import type { OutlineConcept, OutlineStage, Snapshot, UnitState } from "@wayfinder/protocol/fold";

/** How far a concept's content is. */
export type Writing = "written" | "writing" | "waiting" | "failed";

export interface ConceptProgress {
  readonly writing: Writing;
  /** Why it failed, in the words of the log. */
  readonly reason?: string;
}

/** A concept is written when it has each of these (protocol, CONTENT_KINDS). */
const KINDS: readonly ContentKind[] = ["tutorial", "resources", "quiz"];

/** The progress of each concept that has begun; the others wait. */
export function conceptProgress(units: Snapshot["units"]): ReadonlyMap<string, ConceptProgress> {
  const byConcept = Map.groupBy(Object.values(units), (unit) => unit.concept_id);
  return new Map([...byConcept].map(([id, own]) => [id, progressOf(own)]));
}

function progressOf(units: readonly UnitState[]): ConceptProgress {
  const failed = units.find((unit) => unit.status === "failed");
  if (failed) return { writing: "failed", ...(failed.reason ? { reason: failed.reason } : {}) };
  if (units.some((unit) => unit.status === "generating")) return { writing: "writing" };
  const ready = new Set(units.filter((unit) => unit.status === "ready").flatMap((unit) => unit.kinds));
  return { writing: KINDS.every((kind) => ready.has(kind)) ? "written" : "waiting" };
}

/** Concepts of an outline in reading order. */
export const conceptsOf = (stages: readonly OutlineStage[]): OutlineConcept[] =>
  stages.flatMap((stage) => stage.modules.flatMap((module) => module.concepts));

/** How many concepts of the outline are settled, written or failed, and how many there are. */
export function writtenCount({ stages, units }: Pick<Snapshot, "stages" | "units">): { done: number; total: number } {
  const progress = conceptProgress(units);
  const settled = [...progress.values()].filter(({ writing }) => writing === "written" || writing === "failed").length;
  return { done: settled, total: Math.max(settled, conceptsOf(stages).length) };
}
