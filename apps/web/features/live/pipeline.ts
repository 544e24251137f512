import type { StepName } from "@wayfinder/protocol";
import type { Snapshot, StepState } from "@wayfinder/protocol/fold";
import { writtenCount } from "./concept-progress.ts";

export type PipelineName = "intent" | "design" | "check" | "review" | "write" | "finish";
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

/** The steps of a generation as the page shows them; the review only if it was asked for. */
export function pipelineSteps(snapshot: Snapshot): PipelineStep[] {
  const { steps, status, validation, stages } = snapshot;
  const isPaused = typeof snapshot.paused === "string";
  const state = (name: StepName) => {
    const told = stateOf(steps[name], status);
    return told === "busy" && isPaused ? "paused" : told;
  };
  const design = state("curriculum_design");
  const check = state("structure_validation");
  const review = steps.human_review;
  const asked = review !== undefined && review.status !== "skipped";
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
