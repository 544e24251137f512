import type { Concept, Language, Module, Roadmap, Stage } from "@wayfinder/protocol";
import { assembleRoadmap } from "./assemble.ts";
import type { Draft } from "./draft.ts";
import { planDraft, type PlanRequest } from "./plan-draft.ts";

/** A concept for tests: `requires` are hard, `wishes` soft prerequisites, `hours` the likely ones. */
export function concept(id: string, parts: { requires?: string[]; wishes?: string[]; hours?: number } = {}): Concept {
  const { requires = [], wishes = [], hours = 2 } = parts;
  return {
    concept_id: id,
    name: `Name ${id}`,
    description: `About ${id}.`,
    hours: { low: hours / 2, likely: hours, high: hours * 2 },
    difficulty: "medium",
    prerequisites: [
      ...requires.map((each) => ({ concept_id: each, kind: "hard" as const })),
      ...wishes.map((each) => ({ concept_id: each, kind: "soft" as const })),
    ],
    outcomes: [`Use ${id}.`],
    keywords: [id],
    content: { tutorial: { status: "ready" }, resources: { status: "ready" }, quiz: { status: "pending" } },
  };
}

export const moduleOf = (id: string, concepts: Concept[]): Module => ({
  module_id: id,
  name: `Module ${id}`,
  description: `About ${id}.`,
  concepts,
});

export const stageOf = (order: number, modules: Module[]): Stage => ({
  stage_id: `s${order}`,
  order,
  name: `Stage ${order}`,
  description: `About stage ${order}.`,
  modules,
});

export const draftWith = (stages: Stage[], outcome: string[], language: Language = "en"): Draft => ({
  title: "Learn it",
  goal: "I want to learn it",
  language,
  source: "model",
  outcomes: [{ id: "o1", text: "Do it", concept_ids: outcome }],
  stages,
});

/** A sound draft: two stages, three modules, six concepts a … f; f leads to the outcome and needs all others. */
export const soundDraft = (language: Language = "en"): Draft =>
  draftWith(
    [
      stageOf(1, [
        moduleOf("m1", [concept("a"), concept("b", { requires: ["a"], hours: 3 })]),
        moduleOf("m2", [concept("c", { requires: ["a"], wishes: ["b"] }), concept("d", { requires: ["b", "c"], hours: 4 })]),
      ]),
      stageOf(2, [moduleOf("m3", [concept("e", { requires: ["d"], hours: 5 }), concept("f", { requires: ["e"], hours: 1.5 })])]),
    ],
    ["f"],
    language,
  );

/** The first Monday of 2026, on which plans in tests start. */
export const STARTS_ON = "2026-01-05";

/** A draft made a roadmap: six hours a week, no deadline, unless the request says otherwise. */
export function roadmapOf(draft: Draft, request: Partial<PlanRequest> = {}): Roadmap {
  const plan = planDraft(draft, { hours_per_week: 6, starts_on: STARTS_ON, known: [], ...request });
  return assembleRoadmap({ draft, plan, roadmap_id: "r1", version: 1 });
}
