import assert from "node:assert/strict";
import { test } from "node:test";
import { createDraftStore, type DraftStorage } from "./draft-store.ts";
import { randomKey } from "./submission.ts";

function memory(): DraftStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

function counter() {
  let n = 0;
  return () => `key${++n}`;
}

test("WEB9 what was typed is there after a reload", () => {
  const storage = memory();
  createDraftStore(() => storage, counter()).change({ goal: "Learn SQL", hours_per_week: 9 });
  const reloaded = createDraftStore(() => storage, counter()).get();
  assert.equal(reloaded.goal, "Learn SQL");
  assert.equal(reloaded.hours_per_week, 9);
});

test("WEB9 listeners hear of a change, and the draft is one object until the next", () => {
  const store = createDraftStore(memory, counter());
  let heard = 0;
  const stop = store.subscribe(() => heard++);
  store.change({ goal: "a" });
  assert.equal(store.get(), store.get());
  stop();
  store.change({ goal: "b" });
  assert.equal(heard, 1);
});

test("WEB10 the same body is sent under the same key, also after a reload; another body or a taken goal gets a new one", () => {
  const storage = memory();
  const makeKey = counter();
  const store = createDraftStore(() => storage, makeKey);
  assert.equal(store.keyFor("A"), "key1");
  assert.equal(store.keyFor("A"), "key1");
  assert.equal(createDraftStore(() => storage, makeKey).keyFor("A"), "key1");
  assert.equal(store.keyFor("B"), "key2");
  store.finish();
  assert.equal(store.keyFor("B"), "key3");
});

test("WEB9 where storage is forbidden the form still works", () => {
  const store = createDraftStore(() => {
    throw new DOMException("denied", "SecurityError");
  }, counter());
  store.change({ goal: "Learn SQL" });
  assert.equal(store.get().goal, "Learn SQL");
  assert.equal(store.keyFor("A"), "key1");
});

test("WEB10 keys are 128 random bits in hexadecimal", () => {
  assert.match(randomKey(), /^[0-9a-f]{32}$/);
  assert.notEqual(randomKey(), randomKey());
});
