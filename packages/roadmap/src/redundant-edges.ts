import type { Concept } from "@wayfinder/protocol";
import { hardOf } from "./draft.ts";
import { topologicalOrder } from "./graph.ts";

/** For each concept a row of bits: the concepts it needs by hard edges, directly or not. */
function ancestorRows(needs: readonly (readonly number[])[]): (node: number, ancestor: number) => boolean {
  const words = Math.ceil(needs.length / 32);
  const bits = new Uint32Array(needs.length * words);
  const places = needs.map((_, at) => at);
  for (const at of topologicalOrder(places, { before: (node) => needs[node] as readonly number[], key: (node) => node })) {
    for (const need of needs[at] as readonly number[]) {
      for (let word = 0; word < words; word++) bits[at * words + word]! |= bits[need * words + word]!;
      bits[at * words + (need >> 5)]! |= 1 << (need & 31);
    }
  }
  return (node, ancestor) => ((bits[node * words + (ancestor >> 5)] as number) & (1 << (ancestor & 31))) !== 0;
}

/** Edges implied by a path of other, hard edges: concept id → ids of prerequisites that need not be shown (PR2). The hard edges must have no cycle. */
export function redundantEdges(concepts: readonly Concept[]): Map<string, string[]> {
  const place = new Map(concepts.map((concept, at) => [concept.concept_id, at]));
  const needs = concepts.map((concept) => hardOf(concept).flatMap((id) => place.get(id) ?? []));
  const isAncestor = ancestorRows(needs);
  const redundant = new Map<string, string[]>();
  concepts.forEach((concept, at) => {
    const implied = concept.prerequisites.filter((edge) => {
      const to = place.get(edge.concept_id);
      if (to === undefined) return false;
      if (edge.kind === "soft") return isAncestor(at, to);
      return needs[at]?.some((other) => other !== to && isAncestor(other, to));
    });
    if (implied.length > 0)
      redundant.set(
        concept.concept_id,
        implied.map((edge) => edge.concept_id),
      );
  });
  return redundant;
}
