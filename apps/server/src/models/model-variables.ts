import { readFileSync } from "node:fs";
import type { Budgets, BudgetScope, Limit } from "@wayfinder/engine";
import { parsePrices, type CallTimeouts, type Prices, type ProviderKind, type StructuredMode } from "@wayfinder/llm";
import { MODEL_ROLES, type ModelRole } from "@wayfinder/pipeline";
import { z } from "zod";
import { BUDGET_VARIABLES, type BudgetVariables } from "./budget-variables.ts";
import { TIMEOUT_VARIABLES, timeoutsOf } from "./timeout-variables.ts";

const Url = z.url({ protocol: /^https?$/, message: "must be an http or https address" });
const Model = z.string().regex(/^[!-~]{1,200}$/, "must be a model's name: at most 200 characters, no spaces");
const Secret = z.string().regex(/^[!-~]+$/, "must hold no spaces and nothing outside ASCII");

/** Variables of the environment that say which model the instance uses, what it may cost and where resources are looked for. */
export const MODEL_VARIABLES = {
  LLM_PROVIDER: z.enum(["openai-compatible", "anthropic", "google"]).default("openai-compatible"),
  LLM_BASE_URL: Url.optional(),
  LLM_API_KEY: Secret.optional(),
  LLM_MODEL: Model.optional(),
  LLM_MODEL_ANALYST: Model.optional(),
  LLM_MODEL_ARCHITECT: Model.optional(),
  LLM_MODEL_CRITIC: Model.optional(),
  LLM_MODEL_EDITOR: Model.optional(),
  LLM_MODEL_WRITER: Model.optional(),
  LLM_MODEL_RESEARCHER: Model.optional(),
  LLM_MODEL_EXAMINER: Model.optional(),
  LLM_MODEL_TUTOR: Model.optional(),
  LLM_MODE: z.enum(["json_schema", "json_object", "tool", "text"]).optional(),
  LLM_PRICES: z.string().optional(),
  ...BUDGET_VARIABLES,
  ...TIMEOUT_VARIABLES,
  SEARCH_PROVIDER: z.enum(["none", "searxng", "tavily", "brave"]).default("none"),
  SEARCH_URL: Url.optional(),
  SEARCH_API_KEY: Secret.optional(),
  LINK_CHECK: z.enum(["on", "off"]).default("on"),
  SECRET_KEY: z.string().min(16, "must hold at least 16 characters").optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: Url.optional(),
};
type ModelVariables = z.infer<z.ZodObject<typeof MODEL_VARIABLES>>;

/** Values that a message never repeats. */
export const MODEL_SECRETS = ["LLM_API_KEY", "SEARCH_API_KEY", "SECRET_KEY"] as const;

/** The model that all who bring none of their own share. */
export interface InstanceModel {
  readonly provider: ProviderKind;
  readonly base_url?: string;
  readonly api_key?: string;
  readonly model: string;
  readonly roles: Readonly<Partial<Record<ModelRole, string>>>;
  /** Overrides what the probe would find. */
  readonly mode?: StructuredMode;
}

export interface SearchChoice {
  readonly provider: "searxng" | "tavily" | "brave";
  readonly url?: string;
  readonly api_key?: string;
}

/** All of the configuration that concerns models. */
export interface ModelConfig {
  /** Null: only the catalogue, or what people bring. */
  readonly instance: InstanceModel | null;
  readonly prices: Prices;
  readonly budgets: Budgets;
  /** Limits of one call other than the usual ones. */
  readonly timeouts: Partial<CallTimeouts>;
  readonly search: SearchChoice | null;
  readonly checks_links: boolean;
  /** Seals people's keys. */
  readonly secret_key?: string;
  /** Where spans go, by OTLP over HTTP. */
  readonly otlp_endpoint?: string;
}

/** The configuration of models out of parsed variables. Throws an Error that names the variable. */
export function modelConfigOf(e: ModelVariables): ModelConfig {
  return {
    instance: instanceOf(e),
    prices: pricesOf(e.LLM_PRICES),
    budgets: budgetsOf(e),
    timeouts: timeoutsOf(e),
    search: searchOf(e),
    checks_links: e.LINK_CHECK === "on",
    ...(e.SECRET_KEY === undefined ? {} : { secret_key: e.SECRET_KEY }),
    ...(e.OTEL_EXPORTER_OTLP_ENDPOINT === undefined ? {} : { otlp_endpoint: e.OTEL_EXPORTER_OTLP_ENDPOINT }),
  };
}

function instanceOf(e: ModelVariables): InstanceModel | null {
  const roles: Partial<Record<ModelRole, string>> = {};
  for (const role of MODEL_ROLES) {
    const model = e[`LLM_MODEL_${role.toUpperCase() as Uppercase<ModelRole>}`];
    if (model !== undefined) roles[role] = model;
  }
  if (e.LLM_MODEL === undefined) {
    const given = [e.LLM_API_KEY && "LLM_API_KEY", e.LLM_BASE_URL && "LLM_BASE_URL"].filter((name) => name);
    if (given.length > 0 || Object.keys(roles).length > 0)
      throw new Error(`LLM_MODEL is not set, but ${given[0] ?? "a model of a role"} is: name the model that is to be used.`);
    return null;
  }
  return {
    provider: e.LLM_PROVIDER,
    model: e.LLM_MODEL,
    roles,
    ...(e.LLM_BASE_URL === undefined ? {} : { base_url: e.LLM_BASE_URL }),
    ...(e.LLM_API_KEY === undefined ? {} : { api_key: e.LLM_API_KEY }),
    ...(e.LLM_MODE === undefined ? {} : { mode: e.LLM_MODE }),
  };
}

/** The table itself, or the path of a file that holds it. */
function pricesOf(given: string | undefined): Prices {
  if (given === undefined) return new Map();
  try {
    return parsePrices(given.trimStart().startsWith("{") ? given : readFileSync(given, "utf8"));
  } catch (cause) {
    throw new Error(`LLM_PRICES: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function budgetsOf(e: BudgetVariables): Budgets {
  const limit = (usd: number | null, tokens: number | null): Limit => ({
    ...(usd === null ? {} : { usd }),
    ...(tokens === null ? {} : { tokens }),
  });
  const all: Record<BudgetScope, Limit> = {
    task: limit(e.LLM_BUDGET_TASK_USD, e.LLM_BUDGET_TASK_TOKENS),
    user_day: limit(e.LLM_BUDGET_USER_DAY_USD, e.LLM_BUDGET_USER_DAY_TOKENS),
    address_day: limit(e.LLM_BUDGET_ADDRESS_DAY_USD, e.LLM_BUDGET_ADDRESS_DAY_TOKENS),
    instance_day: limit(e.LLM_BUDGET_INSTANCE_DAY_USD, e.LLM_BUDGET_INSTANCE_DAY_TOKENS),
  };
  return Object.fromEntries(Object.entries(all).filter(([, { usd, tokens }]) => usd !== undefined || tokens !== undefined));
}

function searchOf({ SEARCH_PROVIDER, SEARCH_URL, SEARCH_API_KEY }: ModelVariables): SearchChoice | null {
  if (SEARCH_PROVIDER === "none") return null;
  if (SEARCH_PROVIDER === "searxng" && SEARCH_URL === undefined)
    throw new Error("SEARCH_URL is not set; SEARCH_PROVIDER=searxng needs the address of the server.");
  if (SEARCH_PROVIDER !== "searxng" && SEARCH_API_KEY === undefined)
    throw new Error(`SEARCH_API_KEY is not set; SEARCH_PROVIDER=${SEARCH_PROVIDER} needs a key.`);
  return {
    provider: SEARCH_PROVIDER,
    ...(SEARCH_URL === undefined ? {} : { url: SEARCH_URL }),
    ...(SEARCH_API_KEY === undefined ? {} : { api_key: SEARCH_API_KEY }),
  };
}
