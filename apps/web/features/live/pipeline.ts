import type { StepName } from "@wayfinder/protocol";
import type { Snapshot, StepState } from "@wayfinder/protocol/fold";
import { wishEnd } from "#web/features/follow-up/wish-end.ts";
import { writtenCount } from "./concept-progress.ts";
import { partsOf } from "./eta.ts";
import type { Purpose } from "./purpose.ts";

export type PipelineName = "intent" | "design" | "check" | "review" | "write" | "propose" | "finish";
export type PipelineState = "done" | "busy" | "paused" | "waiting" | "asks" | "failed" | "cancelled" | "unreached";

/** What stands at the right of a step. Durations in whole seconds, told from one second on. */
export type PipelineNote =
  | { readonly kind: "took"; readonly seconds: number }
  | { readonly kind: "repairs"; readonly count: number }
  | { readonly kind: "stages"; readonly count: number }
  | { readonly kind: "parts"; readonly done: number; readonly total: number };

export interface PipelineStep {
  readonly name: PipelineName;
  readonly state: PipelineState;
  readonly note?: PipelineNote;
}

/** What a task is asked to do. */
export interface Asked {
  /** What a later task is for; null for one that makes a whole roadmap. */
  readonly purpose: Purpose | null;
  /** Whether a person wanted to look at the structure first. */
  readonly review: boolean;
}

/** The steps of a task as the page shows them: only those that it has. */
export function pipelineSteps(snapshot: Snapshot, { purpose, review }: Asked): PipelineStep[] {
  if (purpose === null) return wholeSteps(snapshot, review);
  const { steps, status, units } = snapshot;
  const state = stateIn(snapshot);
  const finish = step("finish", finishOf(status));
  if (purpose.kind === "change") return [step("propose", state(steps.roadmap_edit), took(steps.roadmap_edit)), finish];
  // a unit that is written anew tells of its phase only when it is done
  const write = steps.content_generation ?? (Object.keys(units).length > 0 ? BEGUN : undefined);
  const failed = purpose.kind === "rewrite" && wishEnd(snapshot)?.state === "failed";
  if (failed) return [step("write", "failed"), step("finish", "unreached")];
  const parts = partsOf(snapshot);
  return [step("write", state(write), parts && parts.total > 1 ? { kind: "parts", ...parts } : undefined), finish];
}

const BEGUN: StepState = { status: "started" };

/** How a step stands in a task as it is: one that is paused is at work on nothing. */
const stateIn =
  ({ status, paused }: Snapshot) =>
  (told: StepState | undefined): PipelineState => {
    const state = stateOf(told, status);
    return state === "busy" && typeof paused === "string" ? "paused" : state;
  };

/** The steps of a generation; the review only if it was asked for. */
function wholeSteps(snapshot: Snapshot, isReviewWanted: boolean): PipelineStep[] {
  const { steps, status, validation, stages } = snapshot;
  const stand = stateIn(snapshot);
  const state = (name: StepName) => stand(steps[name]);
  const design = state("curriculum_design");
  const check = state("structure_validation");
  const review = steps.human_review;
  const asked = review === undefined ? isReviewWanted : review.status !== "skipped";
  const write = state("content_generation");
  return [
    step("intent", state("intent_analysis"), took(steps.intent_analysis)),
    step(
      "design",
      design,
      (design === "busy" || design === "paused") && stages.length > 0
        ? { kind: "stages", count: stages.length }
        : took(steps.curriculum_design),
    ),
    step("check", check, check === "done" && validation ? { kind: "repairs", count: validation.repairs.length } : undefined),
    ...(asked ? [step("review", status === "waiting_for_review" ? "asks" : state("human_review"))] : []),
    step("write", write, write === "waiting" || write === "unreached" ? undefined : { kind: "parts", ...writtenCount(snapshot) }),
    step("finish", finishOf(status)),
  ];
}

const step = (name: PipelineName, state: PipelineState, note?: PipelineNote): PipelineStep => ({
  name,
  state,
  ...(note === undefined ? {} : { note }),
});

function stateOf(step: StepState | undefined, status: Snapshot["status"]): PipelineState {
  switch (step?.status) {
    case undefined:
      return hasStopped(status) ? "unreached" : "waiting";
    case "completed":
    case "skipped":
      return "done";
    case "failed":
      return "failed";
    case "started":
    case "paused":
    case "resumed":
      // A task that has ended works on nothing.
      if (status === "completed") return "done";
      return hasStopped(status) ? status : "busy";
  }
}

const hasStopped = (status: Snapshot["status"]): status is "failed" | "cancelled" =>
  status === "failed" || status === "cancelled";

function finishOf(status: Snapshot["status"]): PipelineState {
  if (status === "completed") return "done";
  return hasStopped(status) ? "unreached" : "waiting";
}

function took(step: StepState | undefined): PipelineNote | undefined {
  if (step?.status !== "completed" || step.started_at === undefined || step.ended_at === undefined) return undefined;
  const seconds = Math.round((Date.parse(step.ended_at) - Date.parse(step.started_at)) / 1_000);
  return seconds < 1 ? undefined : { kind: "took", seconds };
}
