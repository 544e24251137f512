import type { Usage } from "@wayfinder/protocol";

/** One line of `GET /tasks/{id}/costs`: the calls of a step by role and model. */
export interface StepCost extends Usage {
  readonly path: string;
  readonly role: string;
  readonly model: string;
  readonly calls: number;
}

/** What a step is called; the content of all concepts is one line for each kind. */
export const COST_STEPS = [
  "intent_analysis",
  "curriculum_design",
  "structure_validation",
  "roadmap_edit",
  "human_review",
  "change",
  "tutorial",
  "resources",
  "quiz",
  "other",
] as const;
export type CostStep = (typeof COST_STEPS)[number];

/** A line of the table: all calls of one kind of step by one model in one role. */
export interface CostRow {
  readonly step: CostStep;
  readonly role: string;
  readonly model: string;
  readonly calls: number;
  readonly tokens: number;
  /** Dollars; null when the price of one of its calls is not known. */
  readonly cost_usd: number | null;
}

/** The steps of a task as a short table, in the order of the work. */
export function costRows(steps: readonly StepCost[]): CostRow[] {
  const rows = steps.map(({ path, role, model, calls, input_tokens, output_tokens, cost_usd }): CostRow => ({
    step: stepOf(path),
    role,
    model,
    calls,
    tokens: input_tokens + output_tokens,
    cost_usd,
  }));
  return [...Map.groupBy(rows, ({ step, role, model }) => JSON.stringify([step, role, model])).values()]
    .map((alike) => alike.reduce(addRows))
    .toSorted((a, b) => COST_STEPS.indexOf(a.step) - COST_STEPS.indexOf(b.step));
}

/** The kind of a step, by its path in the journal: `content/<concept>/<kind>`, `regenerate/<concept>/<kind>/<key>`, `change/<id>`, `<phase>…`. */
function stepOf(path: string): CostStep {
  const parts = path.split("/");
  const [first] = parts;
  const name = first === "content" || first === "regenerate" ? parts[2] : first;
  return COST_STEPS.find((step) => step === name) ?? "other";
}

const addRows = (a: CostRow, b: CostRow): CostRow => ({
  ...a,
  calls: a.calls + b.calls,
  tokens: a.tokens + b.tokens,
  cost_usd: a.cost_usd === null || b.cost_usd === null ? null : a.cost_usd + b.cost_usd,
});
