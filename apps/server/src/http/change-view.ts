import type { ChangeRecord, RoadmapRecord } from "@wayfinder/engine";
import type { Change, Goal } from "@wayfinder/protocol";
import { diffRoadmaps } from "@wayfinder/roadmap";
import { triedPatch } from "./tried-patch.ts";

interface Looked {
  readonly record: RoadmapRecord;
  readonly goal: Goal;
  /** All changes of the roadmap. */
  readonly changes: readonly ChangeRecord[];
}

/**
 * Whether a change is the next to be undone: it stands, and since then the roadmap has gone only through changes that were undone again.
 *
 * Each of those has made two versions, one when it was applied and one when it was undone; its `applied_version` is the second.
 */
export function isNextToUndo(
  { status, inverse, applied_version }: ChangeRecord,
  { roadmap }: RoadmapRecord,
  changes: readonly ChangeRecord[],
): boolean {
  if (status !== "applied" || inverse === null || applied_version === null) return false;
  const undone = changes.filter((each) => each.status === "undone" && (each.applied_version ?? 0) > applied_version);
  return roadmap.version === applied_version + 2 * undone.length;
}

/** A change as the API answers it: what it would do to the roadmap as it is now, or did to the one before; all others are only told. */
export function changeView(change: ChangeRecord, { record, goal, changes }: Looked): Change {
  const { roadmap } = record;
  const { patch, inverse, applied_version: _applied, ...shown } = change;
  const told = { ...shown, differences: [], findings: [], undoable: false };
  if (change.status === "proposed") {
    const { differences, objections } = triedPatch(roadmap, patch, goal);
    return { ...told, differences: [...differences], findings: objections.map(({ message }) => message) };
  }
  if (!isNextToUndo(change, record, changes)) return told;
  const { next, objections } = triedPatch(roadmap, inverse ?? [], goal);
  if (objections.length > 0) return told;
  return { ...told, differences: diffRoadmaps(next, roadmap), undoable: true };
}
