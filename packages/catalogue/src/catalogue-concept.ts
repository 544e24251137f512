import type { Language, ResourceKind } from "@wayfinder/protocol";
import type { Bilingual, BilingualList } from "./bilingual.ts";
import type { MapConcept } from "./catalogue-map.ts";

export interface ConceptOutcome extends Bilingual {
  readonly id: string;
}

export interface ConceptResource {
  readonly title: string;
  readonly publisher: string;
  readonly kind: ResourceKind;
  readonly lang: Language;
  readonly find: string;
  readonly url?: string;
}

/** A concept whose file is written: the front matter, and the body as it stands in the file. */
export interface CatalogueConcept extends Omit<MapConcept, "line"> {
  readonly kind: "concept" | "project";
  readonly aliases: BilingualList;
  readonly tags: readonly string[];
  readonly outcomes: readonly ConceptOutcome[];
  readonly resources: readonly ConceptResource[];
  /** The day on which facts, code and links were checked, `YYYY-MM-DD`. */
  readonly checked_on: string;
  /** Where it was read from; named in errors. */
  readonly path: string;
  readonly body: string;
  /** The line of the file on which the body begins, from 1. */
  readonly body_line: number;
}
