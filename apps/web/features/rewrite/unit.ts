import type { ContentKind } from "@wayfinder/protocol";

/** One kind of content of one concept of a roadmap. */
export interface Unit {
  readonly roadmap_id: string;
  readonly concept_id: string;
  readonly kind: ContentKind;
}
