import { madeCall, type Asker, type Budgets, type CallStore } from "@wayfinder/engine";
import type { ProbeCall, Prices } from "@wayfinder/llm";
import { callAnswer, questionWithWorst, type ModelAnswer } from "@wayfinder/pipeline";
import { priceLookup } from "./price-lookup.ts";

/** Whose probe it is, and whether the key is the person's own, so that they pay. */
export interface Prober extends Asker {
  readonly own_key: boolean;
}

/** The account of one probe. */
export type OpenAccount = ReturnType<typeof probeAccount>;

/** A probe was not made, because the budgets have no room for it. */
export class BudgetSpent extends Error {
  override readonly name = "BudgetSpent";
}

interface Parts {
  readonly store: Pick<CallStore, "beginProbe" | "finishCall" | "failCall">;
  readonly budgets: Budgets;
  readonly prices: Prices;
}

/**
 * Keeps the calls of a probe in the journal of paid calls and within the budgets, like any other: its row first, then the call, its
 * raw answer before it is read (PL2, PL6). Rejects with BudgetSpent instead of making a call that would pass a budget.
 */
export const probeAccount =
  ({ store, budgets, prices }: Parts) =>
  ({ own_key, ...asker }: Prober, signal: AbortSignal) =>
  async ({ model, mode, request }: ProbeCall, ask: () => Promise<ModelAnswer>): Promise<Pick<ModelAnswer, "text" | "tokens">> => {
    const price = priceLookup(prices)(model);
    const asked = { key: mode, role: "probe", model, prompt: "probe", own_key, ...questionWithWorst(request, price) };
    const start = await store.beginProbe({ asker, request: asked, budgets });
    if (start.outcome === "over_budget") throw new BudgetSpent(start.message);
    const perform = async () => callAnswer(await ask(), price);
    const { text, cost } = await madeCall(store, { call_id: start.call_id, signal, perform });
    return { text, tokens: cost };
  };
