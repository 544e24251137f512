import type { EventBody, Roadmap } from "@wayfinder/protocol";
import { diffRoadmaps, type Draft } from "@wayfinder/roadmap";
import { outlineOf } from "./outline/outline-events.ts";
import { started } from "./progress.ts";

/**
 * Asks a person to decide on the roadmap as it is stored. Where it was edited after the structure that this log has told, in a task
 * that was cut off since, the edits are told first (PR5, PR8).
 */
export const reviewRequest =
  (told: Draft & Pick<Roadmap, "version">) =>
  (roadmap: Roadmap): EventBody[] => {
    const { roadmap_id, version } = roadmap;
    const asking: EventBody[] = [started("human_review"), { type: "human_review_required", roadmap_id, version }];
    if (version <= told.version) return asking;
    const changes = diffRoadmaps({ ...roadmap, ...told }, roadmap).map((difference) => difference.message);
    return [{ type: "roadmap_edited", roadmap_id, version, changes, outline: outlineOf(roadmap) }, ...asking];
  };
