import type { CatalogueConcept } from "./catalogue-concept.ts";
import type { CatalogueMap } from "./catalogue-map.ts";
import type { MatchIndex } from "./match/match-index.ts";

/** The built-in knowledge: the whole map, and the concepts that are published because everything they need is written. */
export interface Catalogue {
  readonly map: CatalogueMap;
  readonly concepts: ReadonlyMap<string, CatalogueConcept>;
  readonly index: MatchIndex;
}
