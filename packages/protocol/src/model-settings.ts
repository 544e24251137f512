import { z } from "zod";
import { Usage } from "./task.ts";

/** What a model is asked to be; each role may have a model of its own (PL9). */
export const ModelRoleName = z.enum(["analyst", "architect", "critic", "editor", "writer", "researcher", "examiner", "tutor"]);
export type ModelRoleName = z.infer<typeof ModelRoleName>;

/** A provider that people may bring a key for: fixed public hosts only. */
export const ProviderChoice = z.object({
  id: z.string(),
  name: z.string(),
  host: z.string(),
  /** Where a key is made. */
  key_page: z.url(),
  models: z.array(z.string()),
});
export type ProviderChoice = z.infer<typeof ProviderChoice>;

/** Why a model cannot be used now, for a page to say in its own language. */
export const ModelTestFailure = z.enum([
  "no_model",
  "key_unreadable",
  "key_refused",
  "out_of_credit",
  "model_not_found",
  "request_refused",
  "address_not_allowed",
  "rate_limited",
  "overloaded",
  "timed_out",
  "cut_off",
  "unreachable",
]);
export type ModelTestFailure = z.infer<typeof ModelTestFailure>;

/** What a test call found. */
export const ModelTest = z.object({
  ok: z.boolean(),
  /** In English: "works: structured output by json_schema, 38 tokens/s", or what went wrong and what to do. */
  message: z.string(),
  /** Where it is not ok. */
  failure: ModelTestFailure.optional(),
  mode: z.enum(["json_schema", "json_object", "tool", "text"]).optional(),
  tokens_per_second: z.number().optional(),
  first_byte_ms: z.number().optional(),
});
export type ModelTest = z.infer<typeof ModelTest>;

/** What one task may cost before it starts, in tokens and dollars; from `low` to `high`. */
export const CostRange = z.object({
  tokens: z.object({ low: z.int(), high: z.int() }),
  usd: z.object({ low: z.number(), high: z.number() }).nullable(),
});
export type CostRange = z.infer<typeof CostRange>;

/** What can be said of a model's roadmap before it is made: what it may cost, and the hours there are until the deadline. */
export const ModelEstimate = z.object({
  source: z.literal("model"),
  cost: CostRange.nullable(),
  hours_until_deadline: z.number().nullable(),
});
export type ModelEstimate = z.infer<typeof ModelEstimate>;

/** `GET /api/v1/settings/model`: which model is used for this person, and what it may spend. Keys are never answered. */
export const ModelSettings = z.object({
  source: z.enum(["none", "instance", "own"]),
  provider: z.string().nullable(),
  model: z.string().nullable(),
  roles: z.partialRecord(ModelRoleName, z.string()),
  /** The last characters of the person's key, so that they know which it is. */
  key_hint: z.string().nullable(),
  providers: z.array(ProviderChoice),
  search: z.enum(["none", "searxng", "tavily", "brave"]),
  budget: z.object({
    task: z.object({ tokens: z.int().optional(), usd: z.number().optional() }),
    user_day: z.object({ tokens: z.int().optional(), usd: z.number().optional() }),
  }),
  spent_today: Usage,
  /** Roughly what a roadmap costs; null without a model. */
  estimate: CostRange.nullable(),
});
export type ModelSettings = z.infer<typeof ModelSettings>;

/** `PUT /api/v1/settings/model`. Without a key the one kept before stays, if the provider is the same. */
export const ModelSettingsRequest = z.strictObject({
  provider: z.string().min(1).max(40),
  model: z.string().min(1).max(200),
  roles: z.partialRecord(ModelRoleName, z.string().min(1).max(200)).optional(),
  key: z.string().min(8).max(500).optional(),
});
export type ModelSettingsRequest = z.infer<typeof ModelSettingsRequest>;

/** `GET /api/v1/settings/model/access`, for anybody: whether there is a model for whoever asks, so that any goal can be planned. */
export const ModelAccess = z.object({ configured: z.boolean() });
export type ModelAccess = z.infer<typeof ModelAccess>;
