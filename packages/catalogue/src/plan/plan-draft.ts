import type { Goal, Plan } from "@wayfinder/protocol";
import { conceptsOf, type Draft, hardOf, type ScheduleInput, schedulePlan } from "@wayfinder/roadmap";
import type { Catalogue } from "../catalogue.ts";

/** A concept worth this or more is core: it is never cut for a deadline. */
const CORE_VALUE = 5;
/** Whether a concept of this value stays in every plan; others are optional. */
export const isCore = (value: number): boolean => value >= CORE_VALUE;
/** What a concept is worth that the catalogue does not know, because an edit added it. */
const UNKNOWN_VALUE = 3;

/** What the scheduler needs to know of a draft: its concepts in study order, what they need, and which of them a deadline may cut. */
export function scheduleInput(catalogue: Catalogue, goal: Goal, draft: Draft): ScheduleInput {
  const valueOf = (id: string): number => catalogue.concepts.get(id)?.value ?? UNKNOWN_VALUE;
  const targets = [...new Set(draft.outcomes.flatMap((o) => o.concept_ids))];
  // the most valuable target stays whatever the deadline: a roadmap without its end would be another roadmap
  const kept = targets.toSorted((a, b) => valueOf(b) - valueOf(a))[0];
  return {
    concepts: conceptsOf(draft).map((c) => ({
      concept_id: c.concept_id,
      hours: c.hours,
      requires: hardOf(c),
      optional: !isCore(valueOf(c.concept_id)) && c.concept_id !== kept,
      value: valueOf(c.concept_id),
    })),
    hours_per_week: goal.hours_per_week,
    starts_on: goal.starts_on,
    ...(goal.deadline === undefined ? {} : { deadline: goal.deadline }),
  };
}

/** The draft laid out in weeks (PR4). */
export const planDraft = (catalogue: Catalogue, goal: Goal, draft: Draft): Plan =>
  schedulePlan(scheduleInput(catalogue, goal, draft));
