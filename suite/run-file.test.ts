import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import type { Tally } from "./tally.ts";

const FIXTURE = join(import.meta.dirname, "run-file.fixture.ts");

/** What came of the run and what was said meanwhile. */
interface Outcome {
  readonly tally: Tally;
  readonly said: string;
}

/** Runs one file of tests as `npm test` would. */
async function runOne(text: string, timeout_ms = 60_000): Promise<Outcome> {
  const root = await mkdtemp(join(tmpdir(), "wayfinder-suite-"));
  try {
    const file = join(root, "planted.test.mjs");
    await writeFile(file, `import { describe, test } from "node:test";\n${text}`);
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
    const { stdout } = await promisify(execFile)(process.execPath, [FIXTURE, file, String(timeout_ms)], { env });
    return JSON.parse(stdout) as Outcome;
  } finally {
    await rm(root, { recursive: true });
  }
}

test("API Starting: tests are counted, groups of tests are not", async () => {
  const { tally } = await runOne(`describe("group", () => { test("a", () => {}); test("b", () => {}); }); test("c", () => {});`);
  assert.deepEqual(tally, { passed: 3, failed: 0, skipped: 0 });
});

test("API Starting: a failure is counted and told with its reason, one in a group once", async () => {
  const { tally, said } = await runOne(
    `describe("group", () => { test("bad", () => { throw new Error("the reason"); }); }); test("c", () => {});`,
  );
  assert.deepEqual(tally, { passed: 1, failed: 1, skipped: 0 });
  assert.match(said, /✗ bad \(planted\.test\.mjs:2\)/);
  assert.match(said, /the reason/);
});

test("API Starting: skipped tests are counted as such", async () => {
  const { tally } = await runOne(`test.skip("a", () => {}); test.todo("b"); test("c", () => {});`);
  assert.deepEqual(tally, { passed: 1, failed: 0, skipped: 2 });
});

test("API Starting: a file that breaks before its tests is a failure", async () => {
  const { tally, said } = await runOne(`import "./nowhere.mjs";`);
  assert.equal(tally.passed, 0);
  assert.equal(tally.failed, 1);
  assert.match(said, /nowhere/);
});

test("API Starting: a file that dies in the middle is a failure", async () => {
  const { tally } = await runOne(`test("a", () => {}); test("b", async () => { process.exit(3); });`);
  assert.ok(tally.failed > 0);
});

test("API Starting: a test that never ends is ended and a failure", async () => {
  const { tally } = await runOne(`test("never", () => new Promise(() => setInterval(() => {}, 1000)));`, 1_000);
  assert.equal(tally.passed, 0);
  assert.ok(tally.failed > 0);
});

test("API Starting: a process that never ends after its tests is ended and a failure", async () => {
  const { tally } = await runOne(`test("fine", () => {}); setInterval(() => {}, 1000);`, 1_000);
  assert.deepEqual(tally, { passed: 1, failed: 1, skipped: 0 });
});
