import assert from "node:assert/strict";
import { test } from "node:test";
import { versionProblems, type Manifest, type VersionFacts } from "./exact-version.ts";

const ROOT: Manifest = { name: "root", version: "0.1.0", dependencies: { zod: "4.6.7", "@wayfinder/store": "0.1.0" } };
const STORE: Manifest = { name: "@wayfinder/store", version: "0.1.0", optionalDependencies: { "pg-darwin": "1.0.0" } };

function facts(given: Partial<VersionFacts> = {}): VersionFacts {
  return {
    manifests: { ".": ROOT, "packages/store": STORE },
    locked: { "node_modules/zod": "4.6.7", "node_modules/pg-darwin": "1.0.0" },
    installed: (place) => (place === "node_modules/zod" ? "4.6.7" : undefined),
    ...given,
  };
}

function withRoot(dependencies: Record<string, string>): VersionFacts {
  return facts({ manifests: { ".": { ...ROOT, dependencies }, "packages/store": STORE } });
}

test("Exact versions: agreement is silent, and packages of other platforms may be missing", () => {
  assert.deepEqual(versionProblems(facts()), []);
});

test("Exact versions: a range, a tag and a workspace star are named", () => {
  for (const wanted of ["^4.6.7", "~4.6.7", "4", "latest", "*", ">=4.0.0", "npm:zod@4.6.7"])
    assert.deepEqual(versionProblems(withRoot({ zod: wanted })), [`./package.json: zod ${wanted} is not an exact version`]);
});

test("Exact versions: the lockfile, node_modules and our own packages have to agree", () => {
  assert.deepEqual(versionProblems(withRoot({ zod: "4.6.8" })), ["./package.json: zod 4.6.8, but the lockfile has 4.6.7"]);
  assert.deepEqual(versionProblems(withRoot({ left: "1.0.0" })), ["./package.json: left 1.0.0, but the lockfile has none"]);
  assert.deepEqual(versionProblems(withRoot({ "@wayfinder/store": "0.2.0" })), [
    "./package.json: @wayfinder/store 0.2.0, but that package is 0.1.0",
  ]);
  assert.deepEqual(versionProblems(facts({ installed: () => "4.0.0" })), [
    "./package.json: zod 4.6.7, but 4.0.0 is installed: run npm ci",
    "packages/store/package.json: pg-darwin 1.0.0, but 4.0.0 is installed: run npm ci",
  ]);
});

test("Exact versions: a nested copy counts for its own package only", () => {
  const nested = facts({
    manifests: { ".": ROOT, "packages/store": { ...STORE, dependencies: { zod: "3.0.0" } } },
    locked: { "node_modules/zod": "4.6.7", "packages/store/node_modules/zod": "3.0.0", "node_modules/pg-darwin": "1.0.0" },
    installed: (place) => ({ "node_modules/zod": "4.6.7", "packages/store/node_modules/zod": "3.0.0" })[place],
  });
  assert.deepEqual(versionProblems(nested), []);
});
