import type { Difficulty, Goal, Level, PathType } from "@wayfinder/protocol";
import type { CatalogueConcept } from "../catalogue-concept.ts";

const CAREER = /\b(?:job|career|become an?|hired?|employ\w*)\b|转行|求职|找.{0,6}工作|就业|成为/iu;
/** A route of fewer hours is a quick start. */
const QUICK_START_HOURS = 15;

/** What kind of path a goal asks for, by its words, its length and the learner's level. */
export function pathTypeOf(goal: Goal, route: readonly CatalogueConcept[]): PathType {
  if (CAREER.test(`${goal.goal} ${goal.motivation ?? ""}`)) return "career_transition";
  if (route.reduce((sum, c) => sum + c.hours.likely, 0) <= QUICK_START_HOURS) return "quick_start";
  return goal.level === "beginner" ? "deep_dive" : "skill_upgrade";
}

const WEIGHT = { beginner: 1, intermediate: 2, advanced: 3 } as const satisfies Record<Level, number>;
/** Mean weights, by hours, from which a route is medium and hard. */
const MEDIUM_FROM = 1.4;
const HARD_FROM = 2.3;

/** How hard a route is: the level of its concepts, weighted by their hours. */
export function difficultyOf(route: readonly CatalogueConcept[]): Difficulty {
  const hours = route.reduce((sum, c) => sum + c.hours.likely, 0);
  const mean = route.reduce((sum, c) => sum + WEIGHT[c.level] * c.hours.likely, 0) / hours;
  if (mean >= HARD_FROM) return "hard";
  return mean >= MEDIUM_FROM ? "medium" : "easy";
}

/** The level of a concept as the page shows it. */
export const difficultyOfLevel = (level: Level): Difficulty =>
  ({ beginner: "easy", intermediate: "medium", advanced: "hard" } as const)[level];
