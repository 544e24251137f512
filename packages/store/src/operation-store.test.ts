import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Store } from "@wayfinder/engine";
import { startEmbeddedCluster, type EmbeddedCluster } from "./embedded/index.ts";
import { openStore } from "./open-store.ts";

let cluster: EmbeddedCluster;
let store: Store;
let data_dir: string;
before(async () => {
  data_dir = await mkdtemp(join(tmpdir(), "wayfinder-operation-"));
  cluster = await startEmbeddedCluster({ data_dir, addresses: "a test" });
  // a notification may still be under way when the store closes
  store = await openStore({ connection: cluster.connection, origin: "a test", onError: () => {} });
});
after(async () => {
  await store.close();
  await cluster.stop();
  await rm(data_dir, { recursive: true });
});

const NONE = { queued: 0, running: 0, waiting_for_review: 0, completed: 0, failed: 0, cancelled: 0 };

test("API tasks are counted by status, steps that are due or running", async () => {
  assert.deepEqual(await store.countWork(), { tasks: NONE, steps: { ready: 0, running: 0 } });
  await store.createGuest({ user_id: "u", token_hash: "h" });
  const goal = {
    goal: "rust",
    level: "beginner",
    hours_per_week: 1,
    language: "en",
    review: false,
    source: "catalogue",
    starts_on: "2026-01-01",
  } as const;
  const step = { path: "p", name: "intent_analysis", input: {} } as const;
  for (const task_id of ["a", "b"])
    await store.createTask({ task_id, user_id: "u", roadmap_id: task_id, epoch: "e", goal, steps: [step] });
  assert.deepEqual(await store.countWork(), { tasks: { ...NONE, queued: 2 }, steps: { ready: 2, running: 0 } });
  const { worker_id } = await store.registerWorker();
  await store.claimSteps({ worker_id, limit: 1, lease_ms: 60_000 });
  assert.deepEqual((await store.countWork()).steps, { ready: 1, running: 1 });
  await store.cancelTask({ task_id: "a" });
  assert.equal((await store.countWork()).tasks.cancelled, 1);
});

test("PL6 what models took is counted by who pays and what for; an unknown price is unknown", async () => {
  const nothing = { tokens: 0, usd: 0 };
  const counts = async () =>
    Object.fromEntries((await store.countSpending()).map(({ payer, purpose, ...rest }) => [`${payer} ${purpose}`, rest]));
  const before = { "server tasks": nothing, "server probes": nothing, "people tasks": nothing, "people probes": nothing };
  assert.deepEqual(await counts(), before);
  const asker = { user_id: null, address: null };
  const worst = { input_tokens: 30, output_tokens: 200, cost_usd: 0.5 };
  const request = { key: "text", input: "", role: "probe", model: "m", prompt: "probe", worst };
  const probe = async (own_key: boolean) => {
    const start = await store.beginProbe({ asker, budgets: {}, request: { ...request, own_key } });
    assert.ok(start.outcome === "begun");
    return start.call_id;
  };
  const [first, second] = [await probe(false), await probe(false)];
  await store.failCall({ call_id: await probe(true), message: "refused", possibly_billed: false });
  assert.deepEqual(await counts(), { ...before, "server probes": { tokens: 460, usd: 1 } });
  const told = (call_id: number, cost_usd: number | null) =>
    store.finishCall({ call_id, answer: { text: "", finish: "stop", cost: { input_tokens: 1, output_tokens: 2, cost_usd } } });
  await told(first, 0.25);
  assert.deepEqual((await counts())["server probes"], { tokens: 233, usd: 0.75 });
  await told(second, null);
  assert.deepEqual((await counts())["server probes"], { tokens: 6, usd: null });
});

test("API the pool tells how many connections are at work, idle, and waited for", async () => {
  let [asking, most] = [true, 0];
  const asked = Promise.all(Array.from({ length: 12 }, () => store.ping())).finally(() => (asking = false));
  while (asking) {
    const { busy, waiting } = store.poolUse();
    most = Math.max(most, busy + waiting);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await asked;
  assert.ok(most > 1, `${most} at once`);
  const after = store.poolUse();
  assert.equal(after.waiting, 0);
  assert.ok(after.idle > 0);
});
