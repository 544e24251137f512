import type { Plan, Roadmap } from "@wayfinder/protocol";
import type { Draft } from "./draft.ts";

/** A roadmap out of its parts, keys always in the same order (PR6). */
export function assembleRoadmap(parts: { draft: Draft; plan: Plan; roadmap_id: string; version: number }): Roadmap {
  const { draft, plan, roadmap_id, version } = parts;
  const { title, goal, language, source, outcomes, stages } = draft;
  return { roadmap_id, version, title, goal, language, source, outcomes, stages, plan };
}
