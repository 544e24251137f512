import type { Concept, Plan, Roadmap } from "@wayfinder/protocol";

/** A concept for tests: an hour long, after `needs`; a name ending in `?` is a soft prerequisite. */
export const concept = (id: string, ...needs: string[]): Concept => ({
  concept_id: id,
  name: id.toUpperCase(),
  description: `About ${id}`,
  hours: { low: 0.5, likely: 1, high: 2 },
  difficulty: "easy",
  prerequisites: needs.map((n) => ({ concept_id: n.replace("?", ""), kind: n.endsWith("?") ? "soft" : "hard" })),
  outcomes: [],
  keywords: [],
  content: { tutorial: { status: "ready" }, resources: { status: "ready" }, quiz: { status: "ready" } },
});

/** A plan of one-hour items, a list a week; `r:x` is a review of x. */
export const plan = (weeks: string[][], rest: Partial<Plan> = {}): Plan => ({
  hours_per_week: 4,
  weeks: weeks.map((items, at) => ({
    week: at + 1,
    starts_on: `2026-11-${String(2 + 7 * at).padStart(2, "0")}`,
    hours: items.length,
    items: items.map((item) => ({
      concept_id: item.replace("r:", ""),
      kind: item.startsWith("r:") ? "review" : "learn",
      hours: 1,
    })),
  })),
  total_hours: weeks.flat().length,
  verdict: "fits",
  ...rest,
});

/** A roadmap with one module a stage. */
export const roadmap = (stages: Concept[][], planned: Plan): Roadmap => ({
  roadmap_id: "r1",
  version: 1,
  title: "A roadmap",
  goal: "A goal",
  language: "en",
  source: "catalogue",
  outcomes: [{ id: "o1", text: "Can do it", concept_ids: ["a"] }],
  stages: stages.map((concepts, at) => ({
    stage_id: `s${at + 1}`,
    order: at + 1,
    name: `Stage ${at + 1}`,
    description: "What it is for",
    modules: [{ module_id: `m${at + 1}`, name: "Module", description: "What is in it", concepts }],
  })),
  plan: planned,
});
