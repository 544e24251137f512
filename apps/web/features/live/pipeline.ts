import type { StepName } from "@wayfinder/protocol";
import type { Retry, Snapshot, StepState } from "@wayfinder/protocol/fold";
import { wishEnd } from "#web/features/follow-up/wish-end.ts";
import { writtenCount } from "./concept-progress.ts";
import { partsOf } from "./eta.ts";
import { hasGaps } from "./has-gaps.ts";
import type { Purpose } from "./purpose.ts";

export type PipelineName = "intent" | "design" | "check" | "review" | "write" | "propose" | "finish";
export type PipelineState =
  | "done"
  /** Ended, with parts missing. */
  | "gaps"
  | "busy"
  /** Waits for its next try. */
  | "retrying"
  | "paused"
  | "waiting"
  | "asks"
  | "failed"
  | "cancelled"
  | "unreached";

/** What stands at the right of a step. Durations in whole seconds, told from one second on. */
export type PipelineNote =
  | { readonly kind: "took"; readonly seconds: number }
  | { readonly kind: "repairs"; readonly count: number }
  | { readonly kind: "stages"; readonly count: number }
  | { readonly kind: "parts"; readonly done: number; readonly total: number }
  /** Settled concepts, and how many of their parts could not be written. */
  | { readonly kind: "gaps"; readonly done: number; readonly total: number; readonly missing: number };

export interface PipelineStep {
  readonly name: PipelineName;
  readonly state: PipelineState;
  readonly note?: PipelineNote;
  /** The try it waits for. */
  readonly retry?: Retry;
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
  const { steps, units } = snapshot;
  const state = stateIn(snapshot);
  const finish = step("finish", finishOf(snapshot));
  if (purpose.kind === "change")
    return [waiting(step("propose", state(steps.roadmap_edit), took(steps.roadmap_edit)), steps.roadmap_edit), finish];
  // a unit that is written anew tells of its phase only when it is done
  const write = steps.content_generation ?? (Object.keys(units).length > 0 ? BEGUN : undefined);
  const failed = purpose.kind === "rewrite" && wishEnd(snapshot)?.state === "failed";
  if (failed) return [step("write", "failed"), step("finish", "unreached")];
  const parts = partsOf(snapshot);
  if (purpose.kind === "rewrite") return [waiting(step("write", state(write)), write), finish];
  const shown = lacking(calm(state(write)), snapshot);
  return [step("write", shown, parts && parts.total > 1 ? counted(parts, snapshot) : undefined), finish];
}

/** Some of many parts that wait for their next try do not stop the others; the timeline tells of them. */
const calm = (state: PipelineState): PipelineState => (state === "retrying" ? "busy" : state);

/** What is done, but not wholly. */
const lacking = (state: PipelineState, snapshot: Snapshot): PipelineState =>
  state === "done" && hasGaps(snapshot) ? "gaps" : state;

/** With the try that the step waits for. */
const waiting = (shown: PipelineStep, told: StepState | undefined): PipelineStep =>
  shown.state === "retrying" && told?.retry ? { ...shown, retry: told.retry } : shown;

/** Counts what is settled, and at the end what is missing of it. */
const counted = (parts: { done: number; total: number }, snapshot: Snapshot): PipelineNote =>
  hasGaps(snapshot) ? { kind: "gaps", ...parts, missing: snapshot.failed_units.length } : { kind: "parts", ...parts };

const BEGUN: StepState = { status: "started" };

/** How a step stands in a task as it is: one that is paused is at work on nothing. */
const stateIn =
  (snapshot: Snapshot) =>
  (told: StepState | undefined): PipelineState => {
    const state = stateOf(told, snapshot);
    if (state !== "busy") return state;
    if (typeof snapshot.paused === "string") return "paused";
    return told?.retry ? "retrying" : "busy";
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
  const write = lacking(calm(state("content_generation")), snapshot);
  const isDesigning = design === "busy" || design === "paused";
  const isRepaired = check === "done" && validation !== undefined;
  return [
    waiting(step("intent", state("intent_analysis"), took(steps.intent_analysis)), steps.intent_analysis),
    waiting(
      step(
        "design",
        design,
        isDesigning && stages.length > 0 ? { kind: "stages", count: stages.length } : took(steps.curriculum_design),
      ),
      steps.curriculum_design,
    ),
    waiting(
      step("check", check, isRepaired ? { kind: "repairs", count: validation.repairs.length } : undefined),
      steps.structure_validation,
    ),
    ...(asked ? [step("review", status === "waiting_for_review" ? "asks" : state("human_review"))] : []),
    step("write", write, write === "waiting" || write === "unreached" ? undefined : counted(writtenCount(snapshot), snapshot)),
    step("finish", finishOf(snapshot)),
  ];
}

const step = (name: PipelineName, state: PipelineState, note?: PipelineNote): PipelineStep => ({
  name,
  state,
  ...(note === undefined ? {} : { note }),
});

function stateOf(step: StepState | undefined, { status }: Snapshot): PipelineState {
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

function finishOf(snapshot: Snapshot): PipelineState {
  if (snapshot.status === "completed") return hasGaps(snapshot) ? "gaps" : "done";
  return hasStopped(snapshot.status) ? "unreached" : "waiting";
}

function took(step: StepState | undefined): PipelineNote | undefined {
  if (step?.status !== "completed" || step.started_at === undefined || step.ended_at === undefined) return undefined;
  const seconds = Math.round((Date.parse(step.ended_at) - Date.parse(step.started_at)) / 1_000);
  return seconds < 1 ? undefined : { kind: "took", seconds };
}
