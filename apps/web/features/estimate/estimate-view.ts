import type { Estimate, ModelEstimate, Problem } from "@wayfinder/protocol";

/** What the estimate panel has to show. */
export type EstimateView =
  | { readonly kind: "empty" | "loading" | "invalid" | "unreachable" }
  | { readonly kind: "uncovered"; readonly goal: string; readonly nearest: readonly { id: string; title: string }[] }
  | { readonly kind: "estimate"; readonly estimate: Estimate; readonly stale: boolean }
  | { readonly kind: "model"; readonly estimate: ModelEstimate; readonly stale: boolean };

/** The outcome of asking, before it is known what to show. */
export interface EstimateAnswer {
  readonly goal: string;
  readonly estimate: Estimate | ModelEstimate | undefined;
  /** Whether the estimate belongs to an earlier state of the form. */
  readonly stale: boolean;
  readonly problem: Problem | undefined;
  readonly unreachable: boolean;
}

/** A goal of one character says nothing yet. */
const SHORTEST_GOAL = 2;

/** What to show for the form as it stands: `plannable` tells whether every field holds something that can be planned. */
export function viewOf(answer: EstimateAnswer, plannable: boolean): EstimateView {
  if (!isWorthAsking(answer.goal)) return { kind: "empty" };
  if (!plannable) return { kind: "invalid" };
  if (answer.problem?.code === "goal_not_covered") {
    return { kind: "uncovered", goal: answer.goal, nearest: answer.problem.nearest ?? [] };
  }
  if (answer.problem && answer.problem.status < 500) return { kind: "invalid" };
  if (answer.problem || answer.unreachable) return { kind: "unreachable" };
  const { estimate, stale } = answer;
  if (!estimate) return { kind: "loading" };
  return isOfModel(estimate) ? { kind: "model", estimate, stale } : { kind: "estimate", estimate, stale };
}

const isOfModel = (estimate: Estimate | ModelEstimate): estimate is ModelEstimate =>
  "source" in estimate && estimate.source === "model";

/** Whether a goal is long enough to be asked about. */
export function isWorthAsking(goal: string): boolean {
  return goal.trim().length >= SHORTEST_GOAL;
}
