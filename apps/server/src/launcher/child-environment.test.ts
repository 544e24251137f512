import assert from "node:assert/strict";
import { test } from "node:test";
import { apiEnvironment, webEnvironment } from "./child-environment.ts";

test("API keys and secrets reach the API's process and no other", () => {
  const secret = { LLM_API_KEY: "a", SEARCH_API_KEY: "b", SECRET_KEY: "c", OPERATOR_TOKEN: "d" };
  const plain = { WEB_PORT: "1", PATH: "/bin" };
  const production = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  assert.deepEqual(apiEnvironment({ ...secret, ...plain }), { ...secret, ...plain, ...production });
  assert.deepEqual(webEnvironment({ ...secret, ...plain }), { ...plain, ...production });
});
