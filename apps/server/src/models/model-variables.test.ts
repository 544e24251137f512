import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ConfigError, readConfig } from "../config.ts";

const refused = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  return "accepted";
};

describe("the environment of models", () => {
  test("API nothing set means no model, checked links and budgets", () => {
    const { models } = readConfig({});
    assert.deepEqual([models.instance, models.search, models.checks_links], [null, null, true]);
    assert.deepEqual(models.budgets.task, { usd: 5, tokens: 3_000_000 });
    assert.deepEqual(Object.keys(models.budgets), ["task", "user_day", "address_day", "instance_day"]);
  });

  test("PL9 one model for all, others for some roles", () => {
    const { models } = readConfig({
      LLM_PROVIDER: "anthropic",
      LLM_API_KEY: "sk-1",
      LLM_MODEL: "claude-haiku-4-5",
      LLM_MODEL_ARCHITECT: "claude-opus-5-5",
      LLM_MODE: "tool",
    });
    assert.deepEqual(models.instance, {
      provider: "anthropic",
      api_key: "sk-1",
      model: "claude-haiku-4-5",
      roles: { architect: "claude-opus-5-5" },
      mode: "tool",
    });
  });

  test("PL6 a budget is a number or none, and prices replace the table", () => {
    const { models } = readConfig({
      LLM_BUDGET_TASK_USD: "none",
      LLM_BUDGET_TASK_TOKENS: "none",
      LLM_BUDGET_USER_DAY_USD: "0",
      LLM_PRICES: '{"a/b": {"input": 1, "output": 2}}',
    });
    assert.deepEqual([models.budgets.task, models.budgets.user_day?.usd], [undefined, 0]);
    assert.equal(models.prices.get("a/b")?.output_usd_per_million, 2);
  });

  test("PL5 limits of a call are in milliseconds, and only those that were set replace the usual ones", () => {
    assert.deepEqual(readConfig({}).models.timeouts, {});
    const { timeouts } = readConfig({ LLM_FIRST_BYTE_MS: "800", LLM_TOTAL_MS: "90000" }).models;
    assert.deepEqual(timeouts, { first_byte_ms: 800, total_ms: 90_000 });
    assert.match(refused({ LLM_SILENCE_MS: "2 s" }), /LLM_SILENCE_MS=2 s: must be a whole number of milliseconds/);
  });

  test("API a wrong value is named, and no key is repeated", () => {
    const cases: [Record<string, string>, RegExp][] = [
      [{ LLM_PROVIDER: "clippy" }, /LLM_PROVIDER=clippy/],
      [{ LLM_BASE_URL: "ftp://x" }, /LLM_BASE_URL=ftp/],
      [{ LLM_API_KEY: "sk-1" }, /LLM_MODEL is not set, but LLM_API_KEY is/],
      [{ LLM_MODEL_WRITER: "m" }, /LLM_MODEL is not set/],
      [{ LLM_MODEL: "two words" }, /LLM_MODEL=two words/],
      [{ LLM_MODEL: "m", LLM_MODE: "yaml" }, /LLM_MODE=yaml/],
      [{ LLM_BUDGET_TASK_USD: "-1" }, /LLM_BUDGET_TASK_USD=-1: must be a number/],
      [{ LLM_BUDGET_TASK_USD: "lots" }, /LLM_BUDGET_TASK_USD=lots/],
      [{ LLM_PRICES: '{"x": 1}' }, /LLM_PRICES: The price of "x"/],
      [{ LLM_PRICES: "/nowhere/prices.json" }, /LLM_PRICES: .*no such file/],
      [{ SEARCH_PROVIDER: "searxng" }, /SEARCH_URL is not set/],
      [{ SEARCH_PROVIDER: "brave" }, /SEARCH_API_KEY is not set/],
      [{ SECRET_KEY: "short-secret" }, /SECRET_KEY=\*\*\*/],
      [{ LLM_MODEL: "m", LLM_API_KEY: "se cret" }, /LLM_API_KEY=\*\*\*/],
    ];
    for (const [env, words] of cases) {
      const message = refused(env);
      assert.match(message, words);
      assert.ok(!message.includes("short-secret") && !message.includes("se cret"));
    }
  });
});
