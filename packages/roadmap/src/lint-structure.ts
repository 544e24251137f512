import type { Finding } from "@wayfinder/protocol";
import type { Draft } from "./draft.ts";
import { lintEdges } from "./lint-edges.ts";
import { lintIdentifiers } from "./lint-identifiers.ts";
import { lintNames } from "./lint-names.ts";
import { lintOutcomes } from "./lint-outcomes.ts";
import { lintShape } from "./lint-shape.ts";

/** What is wrong with a structure by PR1 (sound), PR2 (lean), PR4 (hours) and PR5 (ids); empty when it may be saved. */
export const lintStructure = (draft: Draft): Finding[] => [
  ...lintShape(draft),
  ...lintIdentifiers(draft),
  ...lintNames(draft),
  ...lintEdges(draft),
  ...lintOutcomes(draft),
];
