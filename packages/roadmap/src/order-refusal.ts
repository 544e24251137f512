import type { Concept } from "@wayfinder/protocol";
import { hardOf } from "./draft.ts";
import type { Words } from "./repair-log.ts";
import { quote } from "./say.ts";

/** A concept, or a part of the outline with all concepts below it. */
interface Placed {
  readonly name: string;
  readonly concepts: readonly Concept[];
}

/** Why parts cannot stand in this order: the first that needs something of a later one, and that one; undefined where none does directly. */
export function orderRefusal(parts: readonly Placed[]): Words | undefined {
  const home = new Map(parts.flatMap(({ concepts }, at) => concepts.map((concept) => [concept.concept_id, at] as const)));
  for (const [at, { name, concepts }] of parts.entries()) {
    const needed = parts[Math.max(...concepts.flatMap(hardOf).map((id) => home.get(id) ?? -1), -1)];
    if (needed && parts.indexOf(needed) > at) return needs(name, needed.name);
  }
  return undefined;
}

/** That one part needs another, and so cannot come before it. */
export const needs = (name: string, needed: string): Words => ({
  en: `${quote(name)} needs ${quote(needed)}, so it cannot come before it.`,
  zh: `${quote(name)}以${quote(needed)}为先修，不能排在它前面。`,
});
