import assert from "node:assert/strict";
import { test } from "node:test";
import { capabilityOf } from "./capability.ts";
import { baseUrlOf, KNOWN_PROVIDERS, providerIdOf } from "./known-providers.ts";

test("PL9 every known provider has a capability, and one that takes keys a fixed public host", () => {
  assert.equal(new Set(KNOWN_PROVIDERS.map(({ id }) => id)).size, KNOWN_PROVIDERS.length);
  for (const { id, base_url, fixed_host, needs_key, key_page_host } of KNOWN_PROVIDERS) {
    assert.notEqual(capabilityOf(id).source, "", id);
    assert.equal(capabilityOf(id).modes.at(-1), "text", id);
    assert.equal(new URL(base_url).protocol, fixed_host ? "https:" : "http:", id);
    assert.equal(needs_key, key_page_host !== null, id);
  }
});

test("PL9 a provider is known by its id or by its host, else by its protocol", () => {
  const provider = "openai-compatible";
  assert.equal(providerIdOf({ provider }), "openai");
  assert.equal(providerIdOf({ provider: "anthropic" }), "anthropic");
  assert.equal(providerIdOf({ provider, base_url: "https://api.deepseek.com/v1/" }), "deepseek");
  assert.equal(providerIdOf({ provider, base_url: "http://gpu.example:8000/v1", provider_id: "vllm" }), "vllm");
  assert.equal(providerIdOf({ provider, base_url: "https://gpu.example/v1" }), "openai-compatible");
  assert.equal(baseUrlOf({ provider, provider_id: "qwen" }), "https://dashscope.aliyuncs.com/compatible-mode/v1");
  assert.equal(baseUrlOf({ provider, base_url: "https://gpu.example/v1/" }), "https://gpu.example/v1");
});
