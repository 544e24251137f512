import type { ClaimedStep } from "./record.ts";
import { MAX_ATTEMPTS, MAX_FAILURES, retryDelay } from "./retry-delay.ts";
import type { LeaseOutcome, TaskStore } from "./store.ts";
import { StepRefusal, type StepDefinition, type Workflow } from "./workflow.ts";

export interface RunStepOptions {
  readonly store: TaskStore;
  readonly workflow: Workflow;
  readonly random: () => number;
  readonly onFailure: (step: ClaimedStep, error: unknown) => void;
}

/**
 * Runs one claimed step to its end: begin, run, settle; or its failure.
 *
 * A journalled output is not run again, only told (PL1). Returns `lost` when the lease went to somebody else meanwhile; then nothing was changed.
 */
export async function runStep(step: ClaimedStep, signal: AbortSignal, options: RunStepOptions): Promise<LeaseOutcome> {
  try {
    if (step.attempt > MAX_ATTEMPTS) throw new StepRefusal("The step ended its worker too often.");
    return await attempt(step, signal, options);
  } catch (error) {
    if (signal.aborted) return "lost";
    options.onFailure(step, error);
    return await fail(step, error, options);
  }
}

async function attempt(step: ClaimedStep, signal: AbortSignal, { store, workflow }: RunStepOptions): Promise<LeaseOutcome> {
  const definition = workflow.definition(step);
  const { lease, input_hash } = step;
  const begin = definition.begin(step);
  if (step.journalled) {
    const { output } = step.journalled;
    const { events, next } = definition.tell(step, output);
    return store.completeStep({ lease, input_hash, output, writes: [], events: [...begin, ...events], next });
  }
  if (begin.length > 0 && (await store.appendEvents({ lease, from: 0, events: begin })) === "lost") return "lost";
  const { output, writes = [] } = await definition.run({ step, signal });
  const { events, next } = definition.tell(step, output);
  return store.completeStep({ lease, input_hash, output, writes, events, next });
}

function fail(step: ClaimedStep, error: unknown, { store, workflow, random }: RunStepOptions): Promise<LeaseOutcome> {
  const { lease } = step;
  const message = error instanceof Error ? error.message : String(error);
  const final = error instanceof StepRefusal || step.attempt >= MAX_FAILURES;
  if (final) return store.failStep({ lease, message, retry_in_ms: null, ...givenUp(step, message, workflow) });
  return store.failStep({ lease, message, retry_in_ms: retryDelay(step.attempt, random()), writes: [], events: [], next: [] });
}

/** What the workflow makes of it; where even that fails, or has failed before, the task ends, so that nothing repeats for ever. */
function givenUp(step: ClaimedStep, message: string, workflow: Workflow): ReturnType<StepDefinition["giveUp"]> {
  try {
    if (step.attempt <= MAX_ATTEMPTS) return workflow.definition(step).giveUp(step, message);
  } catch {
    // the last resort below says all that is known
  }
  return { events: [{ type: "failed", final: true, error: { code: "step_failed", message } }], next: [], writes: [] };
}
