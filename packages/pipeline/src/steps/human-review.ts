import { StepRefusal, type Decided, type Json, type Telling, type Waiting } from "@wayfinder/engine";
import type { ReviewDecision } from "@wayfinder/protocol";
import { defineStep } from "../define-step.ts";
import { completed, failedTask, started } from "../progress.ts";
import { contentOfAll, contentStep, type ContentInput } from "./content-generation.ts";

/** What the journal keeps: the decision, and the content that follows it from the structure as it stood. */
interface Reviewed {
  readonly decision: ReviewDecision;
  readonly content: ContentInput;
}

/** A person's decision on the structure as it stands: it is told, and the content follows. */
export function reviewed(decision: ReviewDecision, { roadmap }: Waiting): Decided {
  const output: Reviewed = { decision, content: contentOfAll(roadmap) };
  return { ...told(output), output: output as unknown as Json };
}

const told = ({ decision: { decision, version, feedback }, content }: Reviewed): Telling => ({
  events: [
    { type: "human_review_resolved", decision, version, ...(feedback === undefined ? {} : { feedback }) },
    completed("human_review"),
  ],
  next: [contentStep(content)],
});

/** A person decides, no worker; a worker only tells a decision that the journal holds, when the task is tried again (PL7). */
export const humanReview = defineStep<null, Reviewed>({
  begin: () => [started("human_review")],
  run() {
    throw new StepRefusal("A review is decided by a person.");
  },
  tell: told,
  giveUp: (message) => ({ events: failedTask("human_review", message), next: [], writes: [] }),
});
