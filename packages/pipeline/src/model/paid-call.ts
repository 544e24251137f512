import type { CallAnswer, StepContext } from "@wayfinder/engine";
import { callAnswer, questionWithWorst } from "./call-cost.ts";
import type { ModelKit } from "./kit.ts";
import type { Model, ModelRequest, ModelRole } from "./model.ts";
import { toldInTaskLanguage } from "./told-in-task-language.ts";

/** What is asked, under which key of the step's journal. */
export interface PaidCall {
  readonly key: string;
  readonly role: ModelRole;
  /** `id@version#hash`. */
  readonly prompt: string;
  readonly request: ModelRequest;
  readonly onText?: (delta: string) => void;
}

/** Asks a model through the step's journal: an answer kept from before costs nothing (PL1), a new one is stored before it is read (PL2). */
export function paidCall(
  context: StepContext,
  kit: ModelKit,
  { model, key, role, prompt, request, onText }: PaidCall & { readonly model: Model },
): Promise<CallAnswer> {
  const price = kit.priceOf(model.name);
  const { name, own_key = false } = model;
  const asked = { key, role, model: name, prompt, own_key, ...questionWithWorst(request, price) };
  const perform = async (): Promise<CallAnswer> =>
    callAnswer(await model.ask(request, { signal: context.signal, ...(onText ? { onText } : {}) }), price);
  return toldInTaskLanguage(context, { own_key, work: () => context.call(asked, perform) });
}
