import type { CostRange, ModelSettings, ModelSettingsRequest, ModelTest } from "@wayfinder/protocol";

/** The models of this instance and of its people, as the routes see them. */
export interface ModelService {
  /** Whether a person's tasks can use a model: their own, or the instance's. */
  isConfigured(user_id: string | null): Promise<boolean>;
  settings(user_id: string): Promise<ModelSettings>;
  /** Keeps a person's choice; the key is sealed. Throws a ProblemError that names the field. */
  save(user_id: string, request: ModelSettingsRequest): Promise<void>;
  /** Back to the instance's model; the key is forgotten. */
  forget(user_id: string): Promise<void>;
  /** One small call to the person's model. */
  test(user_id: string): Promise<ModelTest>;
  /** What a generation may cost with the person's model; null without one. */
  estimate(user_id: string | null, concepts: number): Promise<CostRange | null>;
}

const NONE: Omit<ModelSettings, "spent_today"> = {
  source: "none",
  provider: null,
  model: null,
  roles: {},
  key_hint: null,
  providers: [],
  search: "none",
  budget: { task: {}, user_day: {} },
  estimate: null,
};

/** An instance without any model: the catalogue alone. */
export const noModels: ModelService = {
  isConfigured: async () => false,
  settings: async () => ({ ...NONE, spent_today: { input_tokens: 0, output_tokens: 0, cost_usd: 0 } }),
  save: async () => {},
  forget: async () => {},
  test: async () => ({ ok: false, message: "No model is configured." }),
  estimate: async () => null,
};
