import type { ClaimedStep } from "./record.ts";
import { MAX_ATTEMPTS, MAX_FAILURES, retryDelay } from "./retry-delay.ts";
import type { LeaseOutcome, TaskStore } from "./store.ts";
import { StepRefusal, type Workflow } from "./workflow.ts";

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
  const { store, workflow } = options;
  const definition = workflow.definition(step);
  const { lease, input_hash } = step;
  if (step.attempt > MAX_ATTEMPTS) return fail(step, new StepRefusal("The step ended its worker too often."), options);
  const begin = definition.begin(step);
  if (step.journalled) {
    const { events, next } = definition.tell(step, step.journalled.output);
    return store.completeStep({
      lease,
      input_hash,
      output: step.journalled.output,
      writes: [],
      events: [...begin, ...events],
      next,
    });
  }
  if (begin.length > 0 && (await store.appendEvents({ lease, from: 0, events: begin })) === "lost") return "lost";
  try {
    const { output, writes = [] } = await definition.run({ step, signal });
    const { events, next } = definition.tell(step, output);
    return await store.completeStep({ lease, input_hash, output, writes, events, next });
  } catch (error) {
    if (signal.aborted) return "lost";
    options.onFailure(step, error);
    return fail(step, error, options);
  }
}

function fail(step: ClaimedStep, error: unknown, { store, workflow, random }: RunStepOptions): Promise<LeaseOutcome> {
  const message = error instanceof Error ? error.message : String(error);
  const final = error instanceof StepRefusal || step.attempt >= MAX_FAILURES;
  if (!final) {
    const retry_in_ms = retryDelay(step.attempt, random());
    return store.failStep({ lease: step.lease, message, retry_in_ms, writes: [], events: [], next: [] });
  }
  const told = workflow.definition(step).giveUp(step, message);
  return store.failStep({ lease: step.lease, message, retry_in_ms: null, ...told });
}
