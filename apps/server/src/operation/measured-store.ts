import type { Store } from "@wayfinder/engine";
import type { Metrics } from "../metrics.ts";

/** The store, with what passes through it counted: events appended, steps claimed, wake-ups heard. */
export function measuredStore(store: Store, metrics: Metrics): Store {
  const appended = (events: readonly unknown[]) => metrics.eventsAppended.inc(events.length);
  store.onWakeUp(({ kind }) => metrics.wakeUps.inc({ kind }));
  return {
    ...store,
    async appendEvents(input) {
      const outcome = await store.appendEvents(input);
      if (outcome === "ok") appended(input.events);
      return outcome;
    },
    async completeStep(input) {
      const outcome = await store.completeStep(input);
      if (outcome === "ok") appended(input.events);
      return outcome;
    },
    async failStep(input) {
      const outcome = await store.failStep(input);
      if (outcome === "ok") appended(input.events);
      return outcome;
    },
    async cancelTask(input) {
      const answer = await store.cancelTask(input);
      if (answer?.outcome === "cancelled") appended(["cancelled"]);
      return answer;
    },
    async pauseTask(input) {
      const answer = await store.pauseTask(input);
      if (answer?.outcome === "paused") appended(["paused"]);
      return answer;
    },
    async reviewTask(input) {
      let events: readonly unknown[] = [];
      const answer = await store.reviewTask({
        ...input,
        decide(waiting) {
          const decided = input.decide(waiting);
          ({ events } = decided);
          return decided;
        },
      });
      if (answer.outcome === "resolved") appended(events);
      return answer;
    },
    async appendUnchecked(input) {
      const outcome = await store.appendUnchecked(input);
      if (outcome === "ok") appended(input.events);
      return outcome;
    },
    async claimSteps(input) {
      const steps = await store.claimSteps(input);
      metrics.stepsClaimed.inc(steps.length);
      return steps;
    },
  };
}
