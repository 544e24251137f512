import { StepRefusal, type Telling } from "@wayfinder/engine";
import type { ReviewDecision } from "@wayfinder/protocol";
import { defineStep } from "../define-step.ts";
import { completed, failedTask } from "../progress.ts";
import { contentStep, type ContentInput } from "./content-generation.ts";

/** What a decision on the structure means: it is told, and the content follows. */
export const reviewed = ({ decision, version, feedback }: ReviewDecision, content: ContentInput | null): Telling => ({
  events: [
    { type: "human_review_resolved", decision, version, ...(feedback === undefined ? {} : { feedback }) },
    completed("human_review"),
  ],
  next: content === null ? [] : [contentStep(content)],
});

/** A person decides, no worker; a worker only tells a decision that the journal holds, when the task is tried again (PL7). */
export const humanReview = defineStep<ContentInput, ReviewDecision>({
  begin: () => [],
  run() {
    throw new StepRefusal("A review is decided by a person.");
  },
  tell: (decision, content) => reviewed(decision, content),
  giveUp: (message) => ({ events: failedTask("human_review", message), next: [], writes: [] }),
});
