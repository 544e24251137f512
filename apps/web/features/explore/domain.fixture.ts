import type { CatalogueView, DomainMap, MapNode } from "@wayfinder/protocol";

/** A concept for tests after `needs`; a name ending in `?` is a soft prerequisite. */
export const node = (id: string, ...needs: string[]): MapNode => ({
  id,
  title: id.toUpperCase(),
  goal: id,
  summary: `About ${id}.`,
  level: "beginner",
  hours: { low: 1, likely: 2, high: 3 },
  kind: "concept",
  module_id: "m",
  prerequisites: needs.map((n) => ({ concept_id: n.replace("?", ""), kind: n.endsWith("?") ? "soft" : "hard" })),
  optional: false,
});

/** A domain of the given stages. */
export const domain = (id: string, ...stages: MapNode[][]): DomainMap => ({
  id,
  title: id,
  hours: { low: 1, likely: 2, high: 3 },
  outcomes: ["Do it"],
  modules: [{ id: "m", title: "M" }],
  stages: stages.map((concepts, at) => ({
    id: `stage-${at + 1}`,
    name: `Stage ${at + 1}`,
    concept_ids: concepts.map((c) => c.id),
  })),
  concepts: stages.flat(),
});

/** A catalogue of domains. */
export const view = (...domains: DomainMap[]): CatalogueView => ({ language: "en", domains });
