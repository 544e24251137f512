import assert from "node:assert/strict";
import { test } from "node:test";
import { earliestModule } from "./earliest-module.ts";

const module = (...names: string[]) => ({ concepts: names.map((name) => ({ concept_id: name.toLowerCase(), name })) });
const MODULES = [module("Flour", "Starter"), module("Shaping"), module("Baking", "Oven")];
const needing = (...ids: string[]) => ({ prerequisites: ids.map((concept_id) => ({ concept_id, kind: "hard" as const })) });

test("PR8 a concept is offered no module before what it needs, which would come to nothing", () => {
  assert.deepEqual(earliestModule(needing("flour", "shaping"), MODULES), { at: 1, needed: "Shaping" });
  assert.deepEqual(earliestModule(needing("starter", "flour"), MODULES), { at: 0, needed: "Starter" });
});

test("PR8 what only helps, or is not in the roadmap, holds a concept nowhere", () => {
  assert.equal(earliestModule({ prerequisites: [{ concept_id: "oven", kind: "soft" }] }, MODULES), null);
  assert.equal(earliestModule(needing("gone"), MODULES), null);
});
