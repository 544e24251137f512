import type { Completion, Failure, LeaseOutcome, Store } from "@wayfinder/engine";
import type { Metrics } from "../metrics.ts";

/** The store, with what passes through it counted: events appended, steps claimed, wake-ups heard. */
export function measuredStore(store: Store, metrics: Metrics): Store {
  const appended = (events: number) => metrics.eventsAppended.inc(events);
  store.onWakeUp(({ kind }) => metrics.wakeUps.inc({ kind }));

  async function settle<T extends Completion | Failure>(
    what: T,
    verb: (what: T) => Promise<LeaseOutcome>,
  ): Promise<LeaseOutcome> {
    const { settled } = what;
    const closing = settled && counted(settled);
    const outcome = await verb(closing ? { ...what, settled: closing.ask } : what);
    if (outcome === "ok") appended(what.events.length + (closing?.count() ?? 0));
    return outcome;
  }

  return {
    ...store,
    completeStep: (input) => settle(input, store.completeStep),
    failStep: (input) => settle(input, store.failStep),
    async appendEvents(input) {
      const outcome = await store.appendEvents(input);
      if (outcome === "ok") appended(input.events.length);
      return outcome;
    },
    async cancelTask(input) {
      const answer = await store.cancelTask(input);
      if (answer?.outcome === "cancelled") appended(1);
      return answer;
    },
    async reviewTask(input) {
      let events = 0;
      const answer = await store.reviewTask({
        ...input,
        decide(waiting) {
          const decided = input.decide(waiting);
          events = decided.events.length;
          return decided;
        },
      });
      if (answer.outcome === "resolved") appended(events);
      return answer;
    },
    async appendUnchecked(input) {
      const outcome = await store.appendUnchecked(input);
      if (outcome === "ok") appended(input.events.length);
      return outcome;
    },
    async claimSteps(input) {
      const steps = await store.claimSteps(input);
      metrics.stepsClaimed.inc(steps.length);
      return steps;
    },
  };
}

/** Asks the same, and knows how many events came of it. */
function counted<A, E>(ask: (about: A) => readonly E[]): { ask: (about: A) => readonly E[]; count: () => number } {
  let events = 0;
  return {
    ask(about) {
      const told = ask(about);
      events = told.length;
      return told;
    },
    count: () => events,
  };
}
