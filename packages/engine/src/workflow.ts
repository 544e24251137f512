import type { ContentKind, EventBody, FailedUnit, Goal, ReviewDecision, Roadmap } from "@wayfinder/protocol";
import type { CallAnswer, CallRequest } from "./call.ts";
import type { ClaimedStep, Json, StepRequest, Write } from "./record.ts";

/** What a running step may use besides its input. */
export interface StepContext {
  readonly step: ClaimedStep;
  /** Aborted when the lease is lost or the task is cancelled. */
  readonly signal: AbortSignal;
  /** The roadmap as it stands now; null before the structure has passed the gate. */
  roadmap(): Promise<Roadmap | null>;
  /** What a unit of the roadmap holds now, whichever task wrote it; null when there is nothing. */
  content(unit: { readonly concept_id: string; readonly kind: ContentKind }): Promise<Json | null>;
  /** Tells of something while the step runs. Rejects when the lease is lost. */
  emit(events: readonly EventBody[]): Promise<void>;
  /**
   * Makes a paid call through the journal: an answer kept from before is given back and nothing is spent (PL1); else the call is
   * written down with the most it can cost, made, and its raw answer stored before it is returned (PL2).
   * Rejects with StepPaused when no new call may start.
   */
  call(request: CallRequest, perform: () => Promise<CallAnswer>): Promise<CallAnswer>;
}

/**
 * What came out of a run: the output goes into the journal, the writes into their tables, in one commit. An output of null is nothing
 * to remember: the step is run again when it is asked for again.
 */
export interface StepResult {
  readonly output: Json;
  readonly writes?: readonly Write[];
}

/** The task as it stands when a step has ended, seen under the task's lock. */
export interface Standing {
  /** Steps of the task that are not at their end, those asked for next among them. */
  readonly open: number;
  /** Steps of the task of this name, ended or not. */
  readonly total: number;
  /** Content units of the roadmap that stand failed now. */
  readonly failed_units: readonly FailedUnit[];
  /** Time since the task's first step of this name was asked for. */
  readonly elapsed_ms: number;
}

/** What the world hears of an output. Pure, so that a journalled output is told the same way again (PL1). */
export interface Telling {
  readonly events: readonly EventBody[];
  readonly next: readonly StepRequest[];
  /**
   * What is told when a step of `next` waits for a person, who has not decided it before: about the roadmap as it is stored now, with
   * all that was edited since the structure was journalled (PR5, PR8).
   */
  readonly asked?: (roadmap: Roadmap) => readonly EventBody[];
  /** What else is told once the step's end is seen among its siblings: how far the phase is, or that the task is done. */
  readonly settled?: (standing: Standing) => readonly EventBody[];
}

/** One kind of step. */
export interface StepDefinition {
  /** Told before the run. */
  begin(step: ClaimedStep): readonly EventBody[];
  run(context: StepContext): Promise<StepResult>;
  tell(step: ClaimedStep, output: Json): Telling;
  /** What the last failed try means: for the unit (the rest goes on) or for the task (a `failed` event). */
  giveUp(step: ClaimedStep, message: string): Telling & { readonly writes: readonly Write[] };
}

/** The steps of a task from first to final event. */
export interface Workflow {
  first(): readonly StepRequest[];
  definition(step: Pick<ClaimedStep, "name" | "lease" | "task">): StepDefinition;
  /** What follows a person's decision on the structure as it stands. */
  review(decision: ReviewDecision, waiting: Waiting): Decided;
}

/** What a decision comes to: the output goes into the journal as a step's does. */
export interface Decided extends Telling {
  readonly output: Json;
  /** What the person has answered so far: from now on part of the goal, also of later tasks of the roadmap. */
  readonly answers?: Goal["answers"];
}

/** A review that waits: the step, and the roadmap it is about. */
export interface Waiting extends Pick<ClaimedStep, "task" | "input"> {
  readonly roadmap: Roadmap;
}
