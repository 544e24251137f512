import type { Finding, Goal, Repair, Roadmap } from "@wayfinder/protocol";
import {
  assembleRoadmap,
  conceptsOf,
  lintRoadmap,
  planDraft,
  repairDraft,
  type Draft,
  type PlanContext,
} from "@wayfinder/roadmap";
import { knownSkills } from "./known-skills.ts";

export interface GateInput {
  readonly draft: Draft;
  readonly goal: Goal;
  readonly optional: readonly string[];
  readonly roadmap_id: string;
  readonly version: number;
}

export interface GateResult {
  readonly roadmap: Roadmap;
  readonly repairs: readonly Repair[];
  /** Empty: it may be saved. */
  readonly findings: readonly Finding[];
}

/** What a plan of this goal is made and checked with. */
export const planContext = (goal: Goal): PlanContext => ({
  starts_on: goal.starts_on,
  known: [],
  ...(goal.deadline === undefined ? {} : { deadline: goal.deadline }),
});

/** Every optional concept is worth the same: a model's word on values would be a guess. */
const optionalValues = (ids: readonly string[]): ReadonlyMap<string, number> => new Map(ids.map((id) => [id, 1]));

/** The deterministic gate: repaired, laid out in weeks, linted (PR1–PR5, PR7). Nothing that fails it is ever saved. */
export function passGate({ draft, goal, optional, roadmap_id, version }: GateInput): GateResult {
  const repaired = repairDraft(draft);
  const context = planContext(goal);
  const plan = planDraft(repaired.draft, {
    ...context,
    hours_per_week: goal.hours_per_week,
    optional: optionalValues(optional),
  });
  const roadmap = assembleRoadmap({ draft: repaired.draft, plan, roadmap_id, version });
  return { roadmap, repairs: repaired.repairs, findings: [...lintRoadmap(roadmap, context), ...lintKnown(roadmap, goal)] };
}

/** That nothing is taught which the learner said they know (PR3); the linter knows ids only, and skills are words. */
function lintKnown(roadmap: Roadmap, goal: Goal): Finding[] {
  const isKnown = knownSkills(goal);
  return conceptsOf(roadmap)
    .filter(({ name }) => isKnown(name))
    .map(({ concept_id, name }) => ({
      rule: "PR3",
      message: goal.language === "zh" ? `“${name}”你已经掌握，却仍列入学习。` : `“${name}” is known and still taught.`,
      ids: [concept_id],
    }));
}
