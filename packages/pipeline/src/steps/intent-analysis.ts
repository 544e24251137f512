import { StepRefusal } from "@wayfinder/engine";
import { analyseGoal, type Catalogue } from "@wayfinder/catalogue";
import type { Intent } from "@wayfinder/protocol";
import { defineStep } from "../define-step.ts";
import { notCovered } from "../failure-words.ts";
import { completed, failedTask, started } from "../progress.ts";

/** What is meant: the goal matched against the catalogue, with the assumptions made. */
export const intentAnalysis = (catalogue: Catalogue) =>
  defineStep<null, { intent: Intent }>({
    begin: () => [started("intent_analysis")],
    run(_, goal) {
      const analysis = analyseGoal(catalogue, goal);
      if (!analysis.ok) throw new StepRefusal(notCovered(goal.language));
      return { output: { intent: analysis.intent } };
    },
    tell: ({ intent }) => ({
      events: [{ type: "intent_ready", intent }, completed("intent_analysis")],
      next: [{ path: "curriculum_design", name: "curriculum_design", input: { intent } }],
    }),
    giveUp: (message) => ({ events: failedTask("intent_analysis", message), next: [], writes: [] }),
  });
