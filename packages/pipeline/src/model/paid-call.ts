import type { CallAnswer, Cost, StepContext } from "@wayfinder/engine";
import type { ModelKit, Price } from "./kit.ts";
import type { Model, ModelRequest, ModelRole, ModelTokens } from "./model.ts";
import { storableText, storableTokens } from "./storable.ts";
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

/** Most models take no more tokens than characters; Chinese takes about one a character, English one for four. So this is the worst case. */
const CHARACTERS_PER_TOKEN = 1;
const MILLION = 1_000_000;

/** Asks a model through the step's journal: an answer kept from before costs nothing (PL1), a new one is stored before it is read (PL2). */
export function paidCall(
  context: StepContext,
  kit: ModelKit,
  { model, ...call }: PaidCall & { readonly model: Model },
): Promise<CallAnswer> {
  const { request } = call;
  const input = JSON.stringify([request.system, request.prompt, request.schema ?? null]);
  const price = kit.priceOf(model.name);
  const most: ModelTokens = {
    input_tokens: Math.ceil(input.length / CHARACTERS_PER_TOKEN),
    output_tokens: request.max_output_tokens,
  };
  const asked = { key: call.key, input, role: call.role, model: model.name, prompt: call.prompt, worst: costOf(most, price) };
  const perform = async (): Promise<CallAnswer> => {
    const { text, finish, ...told } = await model.ask(request, {
      signal: context.signal,
      ...(call.onText ? { onText: call.onText } : {}),
    });
    const tokens = storableTokens(told.tokens);
    return { text: storableText(text), finish, cost: tokens && costOf(tokens, price) };
  };
  return toldInTaskLanguage(context, () => context.call(asked, perform));
}

const costOf = ({ input_tokens, output_tokens }: ModelTokens, price: Price | null): Cost => ({
  input_tokens,
  output_tokens,
  cost_usd: price && (input_tokens * price.input_usd + output_tokens * price.output_usd) / MILLION,
});
