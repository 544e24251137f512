import type { EventBody } from "@wayfinder/protocol";
import type { Budgets } from "./call.ts";
import { guardedStore, StoreFailure } from "./guarded-store.ts";
import type { ClaimedStep } from "./record.ts";
import { FOREIGN_PATIENCE, MAX_ATTEMPTS, OWN_PATIENCE, retryDelay } from "./retry-delay.ts";
import { stepContext } from "./step-context.ts";
import { LeaseLost, StepFailure, StepPaused, StepRefusal } from "./step-failure.ts";
import type { LeaseOutcome, StepRunStore } from "./store.ts";
import type { StepDefinition, Workflow } from "./workflow.ts";

export interface RunStepOptions {
  readonly store: StepRunStore;
  readonly workflow: Workflow;
  readonly budgets: Budgets;
  readonly random: () => number;
  readonly onFailure: (step: ClaimedStep, error: unknown) => void;
}

/**
 * Runs one claimed step to its end: begin, run, settle; or its failure.
 *
 * A journalled output is not run again, only told (PL1). A step that may not call now goes back and waits.
 * Returns `lost` when the lease went to somebody else meanwhile; then nothing was changed. Rejects when the store failed:
 * that is no failure of the step, whose lease is left to run out. What fails there again and again cannot be stored, and is one.
 */
export async function runStep(step: ClaimedStep, signal: AbortSignal, given: RunStepOptions): Promise<LeaseOutcome> {
  const options = { ...given, store: guardedStore(given.store) };
  try {
    if (step.attempt > MAX_ATTEMPTS) throw new StepRefusal("The step ended its worker too often.");
    return await attempt(step, signal, options);
  } catch (error) {
    if (signal.aborted || error instanceof LeaseLost) return "lost";
    if (error instanceof StepPaused) return options.store.yieldStep({ lease: step.lease });
    if (error instanceof StoreFailure && step.attempt < OWN_PATIENCE.failures) throw error;
    options.onFailure(step, error);
    return await fail(step, error, options);
  }
}

async function attempt(step: ClaimedStep, signal: AbortSignal, options: RunStepOptions): Promise<LeaseOutcome> {
  const { store, workflow } = options;
  const definition = workflow.definition(step);
  const { lease, input_hash } = step;
  const begin = definition.begin(step);
  if (step.journalled) {
    const { output } = step.journalled;
    const { events, ...telling } = definition.tell(step, output);
    return store.completeStep({ lease, input_hash, output, writes: [], ...telling, events: [...begin, ...events] });
  }
  const context = stepContext(step, signal, options);
  if (begin.length > 0) await context.emit(begin);
  const { output, writes = [] } = await definition.run(context);
  return store.completeStep({ lease, input_hash, output, writes, ...definition.tell(step, output) });
}

const ENDED_ITS_WORKER = {
  en: "This step brought its worker process down again and again, so it was given up. Try again; whoever runs the server finds the cause in its log.",
  zh: "这一步反复导致工作进程意外退出，已停止尝试。请重试；运维人员可以在日志中查到原因。",
} as const;
const UNFORESEEN = {
  en: "Something went wrong on this server, not on your side. Try again; whoever runs it finds the cause in its log.",
  zh: "服务器内部出错，与你的操作无关。请重试；运维人员可以在日志中查到原因。",
} as const;

function fail(step: ClaimedStep, error: unknown, { store, workflow, random }: RunStepOptions): Promise<LeaseOutcome> {
  const { lease } = step;
  const message = error instanceof Error ? error.message : String(error);
  const facts = error instanceof StepFailure ? error : null;
  const patience = facts?.foreign === true ? FOREIGN_PATIENCE : OWN_PATIENCE;
  const failures = step.failures + 1;
  // a store that failed gets here only when it has failed too often
  const final = facts?.lasting === true || error instanceof StoreFailure || failures >= patience.failures;
  if (final) {
    const keep_answers = facts?.foreign === true;
    const { language } = step.task.goal;
    // only failures of ours are worded for people; others may hold anything (MS6), and stand in the attempt and the log
    const told = step.attempt > MAX_ATTEMPTS ? ENDED_ITS_WORKER[language] : facts ? message : UNFORESEEN[language];
    return store.failStep({
      lease,
      message,
      retry_in_ms: null,
      keep_answers,
      ...caused(givenUp(step, told, workflow), facts?.standing ?? null),
    });
  }
  const retry_in_ms = facts?.retry_after_ms ?? retryDelay(failures, random(), patience);
  const events = facts?.passing ? [retryPlanned(step, { code: facts.passing, attempts: patience.failures, retry_in_ms })] : [];
  return store.failStep({ lease, message, retry_in_ms, writes: [], events, next: [] });
}

/** What watchers hear of a step that is tried again; what is ours alone is over in some seconds, and not told (PL4). */
const retryPlanned = (
  { name, failures }: ClaimedStep,
  { code, attempts, retry_in_ms }: { readonly code: string; readonly attempts: number; readonly retry_in_ms: number },
): EventBody => ({ type: "retry_planned", step: name, code, attempt: failures + 2, attempts, retry_in_ms });

/** What the workflow makes of it; where even that fails, or has failed before, the task ends, so that nothing repeats for ever. */
function givenUp(step: ClaimedStep, message: string, workflow: Workflow): ReturnType<StepDefinition["giveUp"]> {
  try {
    if (step.attempt <= MAX_ATTEMPTS) return workflow.definition(step).giveUp(step, message);
  } catch {
    // the last resort below says all that is known
  }
  return { events: [{ type: "failed", final: true, error: { code: "step_failed", message } }], next: [], writes: [] };
}

/** The same with what has to be mended first, as data, for who shows the way there. */
function caused<T extends { readonly events: readonly EventBody[] }>(told: T, cause: string | null): T {
  if (cause === null) return told;
  const withCause = (event: EventBody): EventBody => {
    if (event.type === "failed") return { ...event, error: { ...event.error, cause } };
    return event.type === "concept_failed" ? { ...event, cause } : event;
  };
  return { ...told, events: told.events.map(withCause) };
}
