import assert from "node:assert/strict";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { sourceHash } from "./source-hash.ts";

let root = "";
before(async () => {
  root = await mkdtemp(join(tmpdir(), "wayfinder-hash-"));
  await mkdir(join(root, "web", "page"), { recursive: true });
  await writeFile(join(root, "web", "page", "a.tsx"), "one");
  await writeFile(join(root, "lock.json"), "{}");
});
after(() => rm(root, { recursive: true }));

const hash = () => sourceHash(root, ["web", "lock.json"]);

test("API Starting: builds, modules and tests do not ask for a new build", async () => {
  const first = await hash();
  for (const folder of [".next", "node_modules"]) {
    await mkdir(join(root, "web", folder));
    await writeFile(join(root, "web", folder, "x.js"), "x");
  }
  await writeFile(join(root, "web", "page", "a.test.tsx"), "x");
  assert.equal(await hash(), first);
});

test("API Starting: a changed, a renamed and a moved byte ask for one", async () => {
  const seen = new Set([await hash()]);
  await writeFile(join(root, "web", "page", "a.tsx"), "two");
  seen.add(await hash());
  await rename(join(root, "web", "page", "a.tsx"), join(root, "web", "page", "b.tsx"));
  seen.add(await hash());
  await writeFile(join(root, "lock.json"), "{ }");
  seen.add(await hash());
  assert.equal(seen.size, 4);
});
