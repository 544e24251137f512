import { madeCall } from "./made-call.ts";
import type { ClaimedStep } from "./record.ts";
import type { RunStepOptions } from "./run-step.ts";
import { LeaseLost, StepFailure, StepPaused } from "./step-failure.ts";
import type { StepContext } from "./workflow.ts";

/** What a step is run with. Its events are counted, so that a repeated append is absorbed (LG3); its calls go through the journal. */
export function stepContext(step: ClaimedStep, signal: AbortSignal, { store, budgets }: RunStepOptions): StepContext {
  const { lease } = step;
  let appended = 0;
  let order: Promise<unknown> = Promise.resolve();

  return {
    step,
    signal,
    roadmap: async () => (await store.getRoadmap({ roadmap_id: step.task.roadmap_id }))?.roadmap ?? null,
    async content({ concept_id, kind }) {
      const content = await store.listContent({ roadmap_id: step.task.roadmap_id, concept_id });
      return content.find((one) => one.kind === kind && one.status === "ready")?.body ?? null;
    },

    emit(events) {
      const mine = order.then(async () => {
        const outcome = await store.appendEvents({ lease, from: appended, events });
        if (outcome === "lost") throw new LeaseLost();
        appended += events.length;
      });
      order = mine.catch(() => {}); // whoever emitted hears of it
      return mine;
    },

    async call(request, perform) {
      const start = await store.beginCall({ lease, request, budgets });
      switch (start.outcome) {
        case "finished":
          return start.answer;
        case "paused":
          throw new StepPaused();
        case "lost":
          throw new LeaseLost();
        case "refused":
          throw new StepFailure(start.message, { lasting: true, foreign: true, standing: start.standing });
        case "begun":
          return madeCall(store, { call_id: start.call_id, signal, perform });
      }
    },
  };
}
