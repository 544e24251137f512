import type { Finding, Roadmap } from "@wayfinder/protocol";
import { draftOf } from "./draft.ts";
import { lintPlan } from "./lint-plan.ts";
import { lintStructure } from "./lint-structure.ts";
import type { PlanContext } from "./plan-context.ts";

/** What is wrong with a whole roadmap: its structure and its plan. Only one without findings is ever saved. */
export function lintRoadmap(roadmap: Roadmap, context: PlanContext): Finding[] {
  const draft = draftOf(roadmap);
  return [...lintStructure(draft), ...lintPlan(draft, roadmap.plan, context)];
}
