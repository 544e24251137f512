import type { OutlineStage } from "@wayfinder/protocol/fold";
import { modulesOf } from "./outline-edit.ts";

/** The neighbour that takes the focus when a concept is removed: the next in reading order, else the one before; null for the only one. */
export function neighbourOf(stages: readonly OutlineStage[], concept_id: string): string | null {
  const ids = modulesOf(stages).flatMap(({ concepts }) => concepts.map((concept) => concept.concept_id));
  const at = ids.indexOf(concept_id);
  return at < 0 ? null : (ids[at + 1] ?? ids[at - 1] ?? null);
}
