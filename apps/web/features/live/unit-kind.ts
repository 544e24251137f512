import type { ContentKind } from "@wayfinder/protocol";

/** The kind of content a unit `concept/kind` is about; undefined for one that is all of a concept's content. */
export function kindOfUnit(unit: string): ContentKind | undefined {
  const kind = unit.split("/").at(-1);
  return kind === "tutorial" || kind === "resources" || kind === "quiz" ? kind : undefined;
}
