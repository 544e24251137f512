import { z } from "zod";

const AMOUNT = 'must be a number of at least 0, or "none"';
const Amount = z
  .string()
  .transform((s) => (s === "none" ? null : Number(s)))
  .refine((n) => n === null || (Number.isFinite(n) && n >= 0), AMOUNT);

/**
 * What may be spent. A roadmap of 30 concepts takes some 0.3 million tokens, so a task has room for about 300; a person for two such
 * days' work, an address (a family, a class) for two persons, and an instance for what a surprise may cost: 50 dollars a day.
 */
export const BUDGET_VARIABLES = {
  LLM_BUDGET_TASK_USD: Amount.default(5),
  LLM_BUDGET_TASK_TOKENS: Amount.default(3_000_000),
  LLM_BUDGET_USER_DAY_USD: Amount.default(10),
  LLM_BUDGET_USER_DAY_TOKENS: Amount.default(6_000_000),
  LLM_BUDGET_ADDRESS_DAY_USD: Amount.default(20),
  LLM_BUDGET_ADDRESS_DAY_TOKENS: Amount.default(12_000_000),
  LLM_BUDGET_INSTANCE_DAY_USD: Amount.default(50),
  LLM_BUDGET_INSTANCE_DAY_TOKENS: Amount.default(30_000_000),
};
export type BudgetVariables = z.infer<z.ZodObject<typeof BUDGET_VARIABLES>>;
