import assert from "node:assert/strict";
import { test } from "node:test";
import { createLog } from "./log.ts";

test("MS6 a key that slips into a log line is blotted out, wherever it stands", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  log.info({ api_key: "sk-1", choice: { own_key: "sk-2", reach: { api_key: "sk-3" } }, row: { sealed_key: "v1.sk-4" } }, "said");
  log.info({ models: { instance: { api_key: "sk-5" }, secret_key: "sk-6" } }, "said");
  assert.equal(lines.length, 2);
  assert.doesNotMatch(lines.join(""), /sk-/);
  assert.match(lines.join(""), /said/);
});
