/** What must never happen, and how often it did. */
export interface Violations {
  gap: number;
  duplicate: number;
  reorder: number;
  /** An event that the log has otherwise. */
  altered: number;
  /** Done without the whole log, failed, or not done in time. */
  incomplete: number;
  /** Messages that no server of ours sends. */
  malformed: number;
  sends_after_close: number;
  /** Rejections that nobody handled, and processes that ended by themselves. */
  rejection: number;
  /** Dials that CL4 does not allow. */
  over_budget: number;
  /** Timers, sockets, requests and listeners left after close. */
  leak: number;
  /** Finished steps that were run again, and events that a zombie added. */
  twice: number;
  /** Closed, answered or ended otherwise than the rules say. */
  unexpected: number;
}

export const noViolations = (): Violations => ({
  gap: 0,
  duplicate: 0,
  reorder: 0,
  altered: 0,
  incomplete: 0,
  malformed: 0,
  sends_after_close: 0,
  rejection: 0,
  over_budget: 0,
  leak: 0,
  twice: 0,
  unexpected: 0,
});

export function addViolations(to: Violations, from: Violations): void {
  for (const name of Object.keys(to) as (keyof Violations)[]) to[name] += from[name];
}

/** What a run of one class came to. */
export interface Outcome {
  sessions: number;
  delivered: number;
  faults: number;
  violations: Violations;
}

export const noOutcome = (): Outcome => ({ sessions: 0, delivered: 0, faults: 0, violations: noViolations() });

export function addOutcome(to: Outcome, from: Outcome): void {
  to.sessions += from.sessions;
  to.delivered += from.delivered;
  to.faults += from.faults;
  addViolations(to.violations, from.violations);
}
