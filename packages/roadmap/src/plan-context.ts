/** What a plan is checked against: its first day, the last day that counts, and what the learner brings. */
export interface PlanContext {
  readonly starts_on: string;
  readonly deadline?: string;
  /** Concepts that the learner knows or has learned: in no week. */
  readonly known: readonly string[];
  /** Concepts that may be prerequisites without being in the roadmap. */
  readonly background?: readonly string[];
}
