import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A goal the catalogue covers: what its roadmap must and must not hold, and what the person says they know. */
export interface CoveredGoalAsked {
  readonly ask: string;
  readonly must: readonly string[];
  readonly not?: readonly string[];
  readonly skills?: readonly string[];
}

/** A goal the catalogue does not cover, and what has to be offered instead. */
export interface RefusedGoalAsked {
  readonly ask: string;
  readonly nearest?: readonly string[];
}

interface GoalsAsked {
  readonly covered: readonly CoveredGoalAsked[];
  readonly refused: readonly RefusedGoalAsked[];
}

/** The goals of goals-asked.yaml, in the words of people. */
export const GOALS_ASKED = parse(readFileSync(new URL("goals-asked.yaml", import.meta.url), "utf8")) as GoalsAsked;
