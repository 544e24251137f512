import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ProblemError, type ModelSettingsRequest } from "@wayfinder/protocol";
import { openKey } from "./sealed-key.ts";
import { settingsRecord } from "./settings-record.ts";

const secret = Buffer.alloc(32, 1);
const WANTED: ModelSettingsRequest = { provider: "openai", model: "gpt-6-luna", key: "sk-12345678" };
const before = { provider: "openai", model: "m", roles: {}, sealed_key: "v1.kept", updated_at: "" };

describe("what a person sets", () => {
  test("PL9 is kept with its key sealed; without a new key the one before stays at the same provider", () => {
    const record = settingsRecord({ ...WANTED, roles: { critic: "gpt-6-sol" } }, { secret, user_id: "ann", before: null });
    assert.deepEqual([record.provider, record.model, record.roles], ["openai", "gpt-6-luna", { critic: "gpt-6-sol" }]);
    assert.equal(openKey(record.sealed_key, { secret, user_id: "ann" }), "sk-12345678");
    const { key: _, ...keyless } = WANTED;
    assert.equal(settingsRecord(keyless, { secret, user_id: "ann", before }).sealed_key, "v1.kept");
  });

  test("PL9 is refused with the field named, and never with the key in words", () => {
    const { key: _, ...keyless } = WANTED;
    const cases: [ModelSettingsRequest, string, string, Buffer | null][] = [
      [{ ...WANTED, provider: "clippy" }, "invalid_request", "provider", secret],
      [{ ...WANTED, provider: "ollama" }, "invalid_request", "provider", secret],
      [{ ...WANTED, model: "gpt 6" }, "invalid_request", "model", secret],
      [{ ...WANTED, roles: { critic: "a\nb" } }, "invalid_request", "roles.critic", secret],
      [{ ...WANTED, key: "sk-1234 5678" }, "invalid_request", "key", secret],
      [{ ...keyless, provider: "deepseek" }, "model_key_missing", "key", secret],
      [WANTED, "invalid_request", "key", null],
    ];
    for (const [wanted, code, path, key] of cases)
      assert.throws(
        () => settingsRecord(wanted, { secret: key, user_id: "ann", before }),
        (error) => {
          assert.ok(error instanceof ProblemError);
          assert.deepEqual([error.code, error.extra.errors?.map((e) => e.path)], [code, [path]]);
          assert.ok(!error.message.includes("sk-1234"));
          if (key === null) assert.match(error.message, /SECRET_KEY/);
          return true;
        },
      );
  });
});
