import type { Task, Usage } from "@wayfinder/protocol";

type Spent = Pick<Usage, "input_tokens" | "output_tokens" | "cost_usd">;

/** Whether a task asked a model, with an answer or without. */
export const hasAsked = ({ usage }: Pick<Task, "usage">): boolean =>
  usage.input_tokens + usage.output_tokens > 0 || (usage.unconfirmed?.calls ?? 0) > 0;

/** What tasks took together: tokens and dollars. One price that is not known makes the sum unknown, not smaller. */
export function costTotal(usages: readonly Spent[]): { readonly tokens: number; readonly cost_usd: number | null } {
  const known = usages.flatMap(({ cost_usd }) => (cost_usd === null ? [] : [cost_usd]));
  return {
    tokens: usages.reduce((sum, { input_tokens, output_tokens }) => sum + input_tokens + output_tokens, 0),
    cost_usd: known.length < usages.length ? null : known.reduce((sum, usd) => sum + usd, 0),
  };
}
