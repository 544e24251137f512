import assert from "node:assert/strict";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { readConfig } from "../config.ts";
import { openKey, sealKey } from "./sealed-key.ts";
import { sealingSecret } from "./sealing-secret.ts";

describe("people's keys at rest", () => {
  const secret = Buffer.alloc(32, 7);

  test("PL9 a key opens for its person with the same secret, and in no other way", () => {
    const sealed = sealKey("sk-very-secret", { secret, user_id: "ann" });
    assert.ok(!sealed.includes("secret"));
    assert.notEqual(sealed, sealKey("sk-very-secret", { secret, user_id: "ann" }), "a fresh nonce each time");
    assert.equal(openKey(sealed, { secret, user_id: "ann" }), "sk-very-secret");
    assert.equal(openKey(sealed, { secret, user_id: "bob" }), null);
    assert.equal(openKey(sealed, { secret: Buffer.alloc(32, 8), user_id: "ann" }), null);
    const flipped = sealed.slice(0, -1) + (sealed.endsWith("A") ? "B" : "A");
    for (const broken of [flipped.slice(0, -2), sealed.slice(3), "v1.", "v1.AAAA", ""])
      assert.equal(openKey(broken, { secret, user_id: "ann" }), null, broken);
  });

  test("PL9 the secret is the environment's, or a file made once that only its owner reads", async () => {
    const data_dir = await mkdtemp(join(tmpdir(), "wayfinder-secret-"));
    const own = readConfig({ DATA_DIR: data_dir });
    const [first, second] = await Promise.all([sealingSecret(own), sealingSecret(own)]);
    assert.deepEqual([first?.length, first], [32, second]);
    const path = join(data_dir, "secret-key");
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    const set = await sealingSecret(readConfig({ DATA_DIR: data_dir, SECRET_KEY: "a-secret-of-16-letters" }));
    assert.equal(set?.length, 32);
    assert.notDeepEqual(set, first);
    const shared = readConfig({ DATA_DIR: data_dir, DATABASE_URL: "postgres://db/x" });
    assert.equal(await sealingSecret(shared), null);
    await writeFile(path, "broken");
    await assert.rejects(sealingSecret(own), /does not hold a secret/);
    await rm(data_dir, { recursive: true });
  });
});
