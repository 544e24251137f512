/** What a call cost, or may cost at most. */
export interface Cost {
  readonly input_tokens: number;
  readonly output_tokens: number;
  /** US dollars; null when the price is not known, which is not 0 (PL6). */
  readonly cost_usd: number | null;
}

/** A paid call to a model before it is made: its place in the step's journal and the most it can cost. */
export interface CallRequest {
  /** Stable within the step: the same question of a later attempt has the same key. */
  readonly key: string;
  /** All that goes to the model, as text. The journal keeps its hash: another question under the same key is asked anew. */
  readonly input: string;
  /** What the model is asked to be, which model it is, and the prompt with its version; for accounts and traces. */
  readonly role: string;
  readonly model: string;
  readonly prompt: string;
  readonly worst: Cost;
  /** Made with the person's own key, so that they pay: it counts in the task's and the person's budgets only. Absent: the server's. */
  readonly own_key?: boolean;
}

/** The raw answer, as it goes into the journal before anybody parses it (PL2). */
export interface CallAnswer {
  readonly text: string;
  readonly finish: string;
  /** Null where the provider told nothing; then `worst` stands for it in budgets. */
  readonly cost: Cost | null;
}

/** Whom a budget binds. A day is the last 24 hours; an address counts whatever session comes from it (a new cookie is no new budget). */
export const BUDGET_SCOPES = ["task", "user_day", "address_day", "instance_day"] as const;
export type BudgetScope = (typeof BUDGET_SCOPES)[number];

/** The most that may be spent; what is not named has no limit. Calls of unknown price count in tokens only. */
export interface Limit {
  readonly tokens?: number;
  readonly usd?: number;
}
export type Budgets = Readonly<Partial<Record<BudgetScope, Limit>>>;

/**
 * What became of the wish to call.
 *
 * `finished`: the same question was answered before, here is the answer (PL1). `paused`: the task is paused, or its budget just ended
 * and paused it. `refused`: an earlier call of the task to this model failed in a way that stands. `lost`: the lease is no longer the
 * caller's.
 */
export type CallStart =
  | { readonly outcome: "begun"; readonly call_id: number }
  | { readonly outcome: "finished"; readonly answer: CallAnswer }
  | { readonly outcome: "paused" }
  | ({ readonly outcome: "refused" } & Refusal)
  | { readonly outcome: "lost" };

/** What an earlier call failed of, which any other to the same model would fail of too: as a code, and in its words. */
export interface Refusal {
  readonly standing: string;
  readonly message: string;
}

/** A call that brought no answer. */
export interface CallFailure {
  readonly message: string;
  readonly possibly_billed: boolean;
  /** The code of a failure that stands until somebody acts, such as a refused key. */
  readonly standing?: string | null;
}

/** Who made a call outside any task; nobody where the server needed it for itself. Only budgets of whoever is named bind it. */
export interface Asker {
  readonly user_id: string | null;
  readonly address: string | null;
}

/** Whether a call outside any task may be made; `message` says, in English, which budget it would pass. */
export type ProbeStart =
  | { readonly outcome: "begun"; readonly call_id: number }
  | { readonly outcome: "over_budget"; readonly message: string };
