import type { EventBody, ReviewDecision } from "@wayfinder/protocol";
import type { ClaimedStep, Json, StepRequest, Write } from "./record.ts";

/** What a running step may use besides its input. */
export interface StepContext {
  readonly step: ClaimedStep;
  /** Aborted when the lease is lost or the task is cancelled. */
  readonly signal: AbortSignal;
}

/** What came out of a run: the output goes into the journal, the writes into their tables, in one commit. */
export interface StepResult {
  readonly output: Json;
  readonly writes?: readonly Write[];
}

/** What the world hears of an output. Pure, so that a journalled output is told the same way again (PL1). */
export interface Telling {
  readonly events: readonly EventBody[];
  readonly next: readonly StepRequest[];
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
  definition(step: Pick<ClaimedStep, "name">): StepDefinition;
  /** What follows a person's decision on the structure. */
  review(decision: ReviewDecision, waiting: { input: Json }): Telling;
}

/** A failure that another try cannot mend; its message is for people. */
export class StepRefusal extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StepRefusal";
  }
}
