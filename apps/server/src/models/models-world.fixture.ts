import assert from "node:assert/strict";
import type { ModelSettingsRecord } from "@wayfinder/engine";
import { createGuardedFetch } from "@wayfinder/llm";
import {
  startScriptedModelServer,
  type ScriptedAnswer,
  type ScriptedModelServer,
  type ScriptedRequest,
} from "@wayfinder/llm/testing/scripted-model-server";
import { readConfig } from "../config.ts";
import { Books } from "./books.fixture.ts";
import { createChoices } from "./model-choices.ts";
import { createModelService } from "./model-service.ts";
import { personModels, probesOver } from "./person-models.ts";
import { probeAccount } from "./probe-account.ts";
import { sealKey } from "./sealed-key.ts";

const SECRET = Buffer.alloc(32, 1);
/** What a probe likes to hear. */
export const GOOD = JSON.stringify({ sketch_title: "Week", day_lines: ["Monday begins it."] });
/** Never aborted. */
export const signal = new AbortController().signal;
/** What is asked where the question does not matter. */
export const QUESTION = { system: "", prompt: "p", max_output_tokens: 9 };
/** Two people, each at an address of their own. */
export const ANN = { user_id: "ann", address: "home" };
/** See ANN. */
export const BOB = { user_id: "bob", address: "office" };

interface World {
  readonly env?: Record<string, string>;
  readonly own?: ModelSettingsRecord;
  /** Where people's providers are reached; their real hosts are never dialled in tests. */
  readonly fetch?: typeof fetch;
  /** What probes found before this process began. */
  readonly kept_modes?: Map<string, string>;
  /** What keys are sealed with; null where none can be kept. */
  readonly secret?: Buffer | null;
}

/** The models of a process whose store is in memory, for Ann, who may have settings of her own, and Bob, who has none. */
export function world({ env = {}, own, kept_modes = new Map(), secret = SECRET, ...rest }: World) {
  const { fetch = createGuardedFetch({ allow_private: true }) } = rest;
  const config = readConfig(env);
  const saved = new Map<string, Omit<ModelSettingsRecord, "updated_at">>(own ? [["ann", own]] : []);
  const store = {
    getModelSettings: async ({ user_id }: { user_id: string }) => {
      const kept = saved.get(user_id);
      return kept ? { ...kept, updated_at: "" } : null;
    },
    saveModelSettings: async (input: { user_id: string; settings: Omit<ModelSettingsRecord, "updated_at"> }) =>
      void saved.set(input.user_id, input.settings),
    deleteModelSettings: async ({ user_id }: { user_id: string }) => void saved.delete(user_id),
    getModelMode: async ({ key }: { key: string }) => kept_modes.get(key) ?? null,
    saveModelMode: async ({ key, mode }: { key: string; mode: string }) => void kept_modes.set(key, mode),
    spentToday: async () => ({ input_tokens: 0, output_tokens: 0, cost_usd: 0 }),
  };
  let clock = 0;
  const find = createChoices({ config, store, secret });
  const network = { fetchFor: () => fetch };
  const books = new Books();
  const { budgets, prices } = config.models;
  const modes = probesOver(network, store, probeAccount({ store: books, budgets, prices }));
  const service = createModelService({ config: config.models, store, find, modes, secret, now: () => clock });
  const models = personModels({ find, modes, ...network });
  return {
    service,
    models,
    /** What Ann's writer is asked. */
    async ask(until = signal) {
      const model = await models.modelFor({ user_id: "ann", role: "writer" });
      assert.ok(model);
      return model.ask(QUESTION, { signal: until });
    },
    books,
    pass: (ms: number) => void (clock += ms),
  };
}
/** Ann's settings. */
export const own = (more: Partial<ModelSettingsRecord> = {}): ModelSettingsRecord => ({
  provider: "deepseek",
  model: "deepseek-flash",
  roles: { critic: "deepseek-v4-pro" },
  sealed_key: sealKey("sk-ann-1234", { secret: SECRET, user_id: "ann" }),
  updated_at: "",
  ...more,
});
/** The environment of a server with a model. */
export const instance = (base_url: string, more: Record<string, string> = {}) => ({
  LLM_BASE_URL: base_url,
  LLM_API_KEY: "sk-instance",
  LLM_MODEL: "small",
  ...more,
});
/** A model server that answers by a function. */
export const serve = (answer: (request: ScriptedRequest) => ScriptedAnswer): Promise<ScriptedModelServer> =>
  startScriptedModelServer({ answer });
