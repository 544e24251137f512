import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventBody } from "@wayfinder/protocol";
import { needsSettings } from "./failure-cause.ts";
import { completes, snapshotOf } from "./snapshot.fixture.ts";

const unitFails = (cause?: string): EventBody => ({
  type: "concept_failed",
  concept_id: "a",
  unit: "a/quiz",
  kinds: ["quiz"],
  reason: "r",
  ...(cause === undefined ? {} : { cause }),
});
const taskFails = (cause?: string): EventBody => ({
  type: "failed",
  final: true,
  error: { code: "c", message: "m", ...(cause === undefined ? {} : { cause }) },
});

test("WEB89 the way to the settings is shown where a key, an account or a model's name has to be mended, and nowhere else", () => {
  for (const fails of [unitFails, taskFails]) {
    assert.equal(needsSettings(snapshotOf(fails("key_refused"))), true);
    assert.equal(needsSettings(snapshotOf(fails("out_of_credit"))), true);
    assert.equal(needsSettings(snapshotOf(fails("one of a newer server"))), false);
    assert.equal(needsSettings(snapshotOf(fails())), false);
  }
});

test("WEB89 a part that was written after all needs nothing more", () => {
  assert.equal(needsSettings(snapshotOf(unitFails("key_refused"), completes("a", "a/quiz", ["quiz"]))), false);
});
