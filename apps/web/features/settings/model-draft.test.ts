import assert from "node:assert/strict";
import { test } from "node:test";
import type { ModelSettings } from "@wayfinder/protocol";
import { draftOf, missingFields, requestOf } from "./model-draft.ts";

const settings = (rest: Partial<ModelSettings> = {}): ModelSettings => ({
  source: "own",
  provider: "deepseek",
  model: "deepseek-flash",
  roles: { critic: "deepseek-v4-pro" },
  key_hint: "abcd",
  providers: [
    { id: "openai", name: "OpenAI", host: "api.openai.com", key_page: "https://platform.openai.com", models: [] },
    { id: "deepseek", name: "DeepSeek", host: "api.deepseek.com", key_page: "https://platform.deepseek.com", models: [] },
  ],
  search: "none",
  budget: { task: {}, user_day: {} },
  spent_today: { input_tokens: 0, output_tokens: 0, cost_usd: 0 },
  estimate: null,
  ...rest,
});

test("WEB81 the form takes over one's own model, never the instance's, and never a key", () => {
  assert.deepEqual(draftOf(settings()), {
    provider: "deepseek",
    model: "deepseek-flash",
    key: "",
    roles: { critic: "deepseek-v4-pro" },
  });
  assert.deepEqual(draftOf(settings({ source: "instance", key_hint: null })), {
    provider: "openai",
    model: "",
    key: "",
    roles: {},
  });
});

test("WEB81 what is empty is not sent, what is typed is trimmed", () => {
  assert.deepEqual(requestOf({ provider: "openai", model: " m ", key: " ", roles: { critic: " c ", tutor: " " } }), {
    provider: "openai",
    model: "m",
    roles: { critic: "c" },
  });
  assert.deepEqual(requestOf({ provider: "openai", model: "m", key: " k1234567 ", roles: {} }).key, "k1234567");
});

test("WEB81 a key may be left out only where one is kept for the same provider", () => {
  const kept = settings();
  const draft = draftOf(kept);
  assert.deepEqual(missingFields(draft, kept), []);
  assert.deepEqual(missingFields({ ...draft, provider: "openai" }, kept), ["key"]);
  assert.deepEqual(missingFields({ ...draft, key: "short" }, kept), ["key"]);
  assert.deepEqual(missingFields({ ...draft, model: " ", provider: "" }, kept), ["provider", "model", "key"]);
  assert.deepEqual(missingFields(draft, settings({ source: "instance" })), ["key"]);
});
