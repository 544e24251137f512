import type { StepRunStore } from "./store.ts";

/** A call of the store failed: what became of it is not known, and the step did nothing wrong. */
export class StoreFailure extends Error {
  override readonly name = "StoreFailure";
}

/** The store whose failures can be told from those of the step that called it. */
export function guardedStore(store: StepRunStore): StepRunStore {
  return {
    appendEvents: (input) => guarded(store.appendEvents(input)),
    completeStep: (input) => guarded(store.completeStep(input)),
    failStep: (input) => guarded(store.failStep(input)),
    yieldStep: (input) => guarded(store.yieldStep(input)),
    beginCall: (input) => guarded(store.beginCall(input)),
    finishCall: (input) => guarded(store.finishCall(input)),
    failCall: (input) => guarded(store.failCall(input)),
    getRoadmap: (input) => guarded(store.getRoadmap(input)),
    listContent: (input) => guarded(store.listContent(input)),
  };
}

const guarded = <T>(call: Promise<T>): Promise<T> =>
  call.catch((cause: unknown) => {
    throw new StoreFailure(cause instanceof Error ? cause.message : String(cause), { cause });
  });
