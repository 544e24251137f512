import assert from "node:assert/strict";
import { test } from "node:test";
import type { Goal } from "@wayfinder/protocol";
import { assembleRoadmap, conceptsOf, lintRoadmap } from "@wayfinder/roadmap";
import { lintGraph } from "./lint/lint-graph.ts";
import { planRoadmap } from "./plan/plan-roadmap.ts";
import { SYNTHETIC_GOAL, syntheticCatalogue } from "./synthetic-catalogue.ts";

const GOAL: Goal = {
  goal: SYNTHETIC_GOAL,
  level: "intermediate",
  hours_per_week: 10,
  language: "en",
  review: false,
  starts_on: "2026-11-23",
  source: "catalogue",
};

test("PR6 a synthetic catalogue of a thousand concepts plans into a roadmap without a finding", () => {
  const result = planRoadmap(syntheticCatalogue(1000, 7), GOAL);
  assert.ok(result.ok);
  assert.equal(conceptsOf(result.draft).length, 1000);
  const roadmap = assembleRoadmap({ draft: result.draft, plan: result.plan, roadmap_id: "r1", version: 1 });
  assert.deepEqual(lintRoadmap(roadmap, { starts_on: GOAL.starts_on, known: [] }), []);
});

test("PR6 the same seed makes the same catalogue, another seed another one", () => {
  const bytes = (seed: number) => JSON.stringify([...syntheticCatalogue(60, seed).concepts.values()]);
  assert.equal(bytes(1), bytes(1));
  assert.notEqual(bytes(1), bytes(2));
});

test("PR1 synthetic catalogues have no cycle and no redundant edge", () => {
  const rules: string[] = [];
  for (const seed of [1, 2, 3]) lintGraph(syntheticCatalogue(200, seed).map, (rule) => rules.push(rule));
  assert.deepEqual(
    rules.filter((rule) => rule !== "L23"),
    [],
  );
});
