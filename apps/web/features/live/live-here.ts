import type { Snapshot } from "@wayfinder/protocol/fold";
import type { Here } from "#web/features/spine/trail-map.ts";
import { conceptProgress, conceptsOf } from "./concept-progress.ts";
import type { Purpose } from "./purpose.ts";

/** What the map is about: the outline growing, a finished outline, or its content being written. */
export type MapPhase = "outline" | "outlined" | "writing" | "written";

/** The phase of the map. A task that stopped stays in the phase in which it stopped; a later one, by what it is for, begins with what is there. */
export function mapPhase({ status, steps }: Pick<Snapshot, "status" | "steps">, later?: Purpose["kind"]): MapPhase {
  if (later === "change") return "outlined";
  if (status === "completed") return "written";
  if (steps.content_generation || later) return "writing";
  return steps.curriculum_design?.status === "completed" ? "outlined" : "outline";
}

/** Where the work is on the map: at the concept that came last, at the one being written, or past the end. */
export function liveHere(snapshot: Pick<Snapshot, "status" | "steps" | "stages" | "units">, later?: Purpose["kind"]): Here {
  const concepts = conceptsOf(snapshot.stages);
  const phase = mapPhase(snapshot, later);
  // nothing of what is there is begun or done by a change that is only proposed
  if (later === "change") return "start";
  switch (phase) {
    case "outline": {
      const last = concepts.at(-1);
      return last ? { concept_id: last.concept_id } : "start";
    }
    case "outlined":
    case "written":
      return "end";
    case "writing": {
      const progress = conceptProgress(snapshot.units);
      const writing = concepts.find((c) => progress.get(c.concept_id)?.writing === "writing");
      const next = writing ?? concepts.find((c) => (progress.get(c.concept_id)?.writing ?? "waiting") === "waiting");
      return next ? { concept_id: next.concept_id } : "end";
    }
  }
}
