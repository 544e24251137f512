import fc from "fast-check";
import type { Concept, Module, Stage } from "@wayfinder/protocol";
import type { Draft } from "./draft.ts";

/** Ids that are good, taken again and again, or garbage. */
const messyId = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }).map((at) => `c${at}`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom("", " ", "C 1", "c/1", "概念", "Name 3", "name  4", "x".repeat(80), "__proto__", "constructor"),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
);

/** Names that repeat, exactly and nearly, or say nothing. */
const messyName = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 60 }).map((at) => `Name ${at}`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "Lists",
      "list",
      "The lists",
      "Ｌｉｓｔ",
      "闭包",
      "闭包 ",
      "条件与循环",
      "循环与条件",
      "C",
      "C++",
      "C#",
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom("", "  ", "\u00a0", "——", "__proto__") },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
);

const messyHours = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }).map((quarters) => quarters / 4) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, Number.NaN, Infinity, -Infinity, 1e9, 0.01, 1.3) },
);

const messyConcept: fc.Arbitrary<Concept> = fc.record({
  concept_id: messyId,
  name: messyName,
  description: fc.constantFrom(
    "",
    "About it. More.",
    "A very long description that goes on and on and has no end for a very long while",
  ),
  hours: fc.record({ low: messyHours, likely: messyHours, high: messyHours }),
  difficulty: fc.constantFrom("easy", "medium", "hard"),
  prerequisites: fc.array(fc.record({ concept_id: messyId, kind: fc.constantFrom("hard", "hard", "soft") }), { maxLength: 4 }),
  outcomes: fc.array(fc.string({ maxLength: 5 }), { maxLength: 2 }),
  keywords: fc.array(fc.string({ maxLength: 5 }), { maxLength: 2 }),
  content: fc.constant({ tutorial: { status: "pending" }, resources: { status: "pending" }, quiz: { status: "pending" } }),
});

const messyModule: fc.Arbitrary<Module> = fc.record({
  module_id: messyId,
  name: messyName,
  description: fc.constantFrom("", "About it."),
  concepts: fc.array(messyConcept, { maxLength: 6 }),
});

const messyStage: fc.Arbitrary<Stage> = fc.record({
  stage_id: messyId,
  order: fc.integer({ min: -1, max: 5 }),
  name: messyName,
  description: fc.constantFrom("", "About it."),
  modules: fc.array(messyModule, { maxLength: 4 }),
});

/** A draft as careless as a model can write it: cycles, duplicates, dangling edges, garbage ids and hours, empty parts. */
export const messyDraft: fc.Arbitrary<Draft> = fc.record({
  title: fc.constantFrom("", "Learn it"),
  goal: fc.constantFrom("", "I want to learn it"),
  language: fc.constantFrom("en", "zh"),
  source: fc.constantFrom("catalogue", "model"),
  outcomes: fc.array(fc.record({ id: messyId, text: messyName, concept_ids: fc.array(messyId, { maxLength: 4 }) }), {
    maxLength: 3,
  }),
  stages: fc.array(messyStage, { maxLength: 5 }),
});
