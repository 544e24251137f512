import type { ScheduleConcept } from "./schedule.ts";
import { Heap } from "./heap.ts";
import { quartersOf } from "./pace.ts";

/**
 * The places of the concepts that may be cut, in the order in which they are: least value per hour first, never one that a kept concept needs.
 *
 * The order does not depend on the hours a week, so that more hours cut a part of what fewer hours cut. One concept always stays.
 */
export function cutOrder(concepts: readonly ScheduleConcept[]): number[] {
  const place = new Map(concepts.map((concept, at) => [concept.concept_id, at]));
  const needs = concepts.map((concept) =>
    [...new Set(concept.requires)].map((id) => place.get(id)).filter((at) => at !== undefined),
  );
  const neededBy = concepts.map(() => 0);
  for (const at of needs.flat()) neededBy[at] = (neededBy[at] ?? 0) + 1;
  const worth = concepts.map((concept) => concept.value / quartersOf(concept.hours.likely));
  const free = new Heap<number>((a, b) => (worth[a] as number) - (worth[b] as number) || b - a);
  concepts.forEach((concept, at) => concept.optional && neededBy[at] === 0 && free.push(at));
  const order: number[] = [];
  for (let at = free.pop(); at !== undefined && order.length < concepts.length - 1; at = free.pop()) {
    order.push(at);
    for (const need of needs[at] as number[]) {
      neededBy[need] = (neededBy[need] as number) - 1;
      if (neededBy[need] === 0 && concepts[need]?.optional) free.push(need);
    }
  }
  return order;
}
