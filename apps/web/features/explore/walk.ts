import type { CatalogueIndex } from "./domain-index.ts";

const KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"] as const;

/** A key that walks the map. */
export type WalkKey = (typeof KEYS)[number];

/** Whether a key walks the map. */
export const isWalkKey = (key: string): key is WalkKey => (KEYS as readonly string[]).includes(key);

/**
 * Where a key leads from a concept within its domain: left to the nearest that it needs, right to the first that it opens, up and down within its
 * stage, Home and End to the first and the last. Null where there is nothing that way.
 */
export function walk(id: string, key: WalkKey, { places }: CatalogueIndex): string | null {
  const place = places.get(id);
  if (!place) return null;
  const order = place.domain.concepts.map((node) => node.id);
  const stage = place.domain.stages[place.stage]?.concept_ids ?? [];
  const inDomain = (ids: readonly string[]) => order.filter((other) => ids.includes(other));
  const beside = (by: 1 | -1) => stage[stage.indexOf(id) + by] ?? null;
  switch (key) {
    case "ArrowLeft":
      return (inDomain(place.needsHard).at(-1) ?? inDomain(place.needsSoft).at(-1)) || null;
    case "ArrowRight": {
      const needed = place.leadsTo.filter((other) => places.get(other)?.needsHard.includes(id));
      return (inDomain(needed)[0] ?? inDomain(place.leadsTo)[0]) || null;
    }
    case "ArrowUp":
      return beside(-1);
    case "ArrowDown":
      return beside(1);
    case "Home":
      return order[0] ?? null;
    case "End":
      return order.at(-1) ?? null;
  }
}
