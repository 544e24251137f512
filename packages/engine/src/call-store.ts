import type { Usage } from "@wayfinder/protocol";
import type { Asker, Budgets, CallAnswer, CallFailure, CallRequest, CallStart, ProbeStart } from "./call.ts";
import type { Lease } from "./record.ts";

/** The journal of paid calls (PL1, PL2, PL6). */
export interface CallStore {
  /**
   * Looks for an answer to the same question (root task, step path, key, input), else writes the call down, if the task is neither
   * paused nor over a budget with the worst case of this call counted in; if it is over one, the task is paused in the same commit.
   * A failure that stands for the task, model and payer refuses all that come after it, until the task is resumed from a pause.
   * Calls of the same question whose worker was lost count as possibly billed from here on.
   */
  beginCall(input: { lease: Lease; request: CallRequest; budgets: Budgets }): Promise<CallStart>;
  /** Stores the raw answer and, while the task is open, tells its new usage. A zombie's answer was paid for and is kept too. */
  finishCall(input: { call_id: number; answer: CallAnswer }): Promise<void>;
  failCall(input: { call_id: number } & CallFailure): Promise<void>;
  /** Writes a call outside any task down before it is made, if it passes no budget of whoever asks; its end is told as any other's. */
  beginProbe(input: { asker: Asker; request: CallRequest; budgets: Budgets }): Promise<ProbeStart>;
  /** What was spent by a person in the last 24 hours, worst cases of what runs counted in. */
  spentToday(input: { user_id: string }): Promise<Usage>;
  /** What each step of a task cost, by role and model. */
  listCosts(input: { task_id: string }): Promise<readonly StepCost[]>;
}

/** What the calls of one step cost. */
export interface StepCost extends Usage {
  readonly path: string;
  readonly role: string;
  readonly model: string;
  readonly calls: number;
}
