import type { CatalogueMap, MapConcept } from "../catalogue-map.ts";
import { closureOf } from "../closure.ts";
import type { Say } from "./say.ts";

/** A longer chain of hard prerequisites than this is a sign of steps that are too small. */
const MAX_DEPTH = 12;

/** The edges of the map: cycles over hard and soft (L21), dangling, own and redundant ones (L22), depth (L23). */
export function lintGraph({ concepts }: CatalogueMap, say: Say): void {
  for (const c of concepts.values()) {
    for (const id of [...c.hard, ...c.soft]) {
      if (!concepts.has(id)) say("L22", `${c.id} requires "${id}", which does not exist`, c.line);
      else if (id === c.id) say("L22", `${c.id} requires itself`, c.line);
    }
  }
  const hasCycle = lintCycles(concepts, say);
  if (hasCycle) return; // depth and redundancy mean nothing in a cycle
  const depths = new Map<string, number>();
  for (const c of concepts.values()) {
    lintRedundant(concepts, c, say);
    const depth = depthOf(concepts, c.id, depths);
    if (depth > MAX_DEPTH) say("L23", `${c.id} has depth ${depth}; at most ${MAX_DEPTH}`, c.line);
  }
}

function lintCycles(concepts: ReadonlyMap<string, MapConcept>, say: Say): boolean {
  const state = new Map<string, "open" | "done">();
  let found = false;
  const visit = (c: MapConcept, trail: readonly string[]): void => {
    if (state.get(c.id) === "done") return;
    if (state.get(c.id) === "open") {
      found = true;
      return say("L21", `cycle: ${[...trail.slice(trail.indexOf(c.id)), c.id].join(" > ")}`, c.line);
    }
    state.set(c.id, "open");
    for (const id of [...c.hard, ...c.soft]) {
      const need = concepts.get(id);
      if (need && id !== c.id) visit(need, [...trail, c.id]);
    }
    state.set(c.id, "done");
  };
  for (const c of concepts.values()) visit(c, []);
  return found;
}

function lintRedundant(concepts: ReadonlyMap<string, MapConcept>, c: MapConcept, say: Say): void {
  const above = (id: string) => closureOf(concepts, concepts.get(id)?.hard ?? []);
  for (const id of c.hard) {
    const via = c.hard.find((other) => other !== id && above(other).has(id));
    if (via !== undefined) say("L22", `${c.id}: "${id}" is redundant, "${via}" already leads to it`, c.line);
  }
  for (const id of c.soft) if (above(c.id).has(id)) say("L22", `${c.id}: soft "${id}" is already required`, c.line);
}

/** The longest chain of hard prerequisites that ends at a concept, in concepts; `depths` remembers what was found. */
export function depthOf(concepts: ReadonlyMap<string, MapConcept>, id: string, depths: Map<string, number>): number {
  const known = depths.get(id);
  if (known !== undefined) return known;
  const above = (concepts.get(id)?.hard ?? []).filter((need) => need !== id).map((need) => depthOf(concepts, need, depths));
  const depth = 1 + Math.max(0, ...above);
  depths.set(id, depth);
  return depth;
}
