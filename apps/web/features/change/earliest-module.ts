/** What is asked of a concept here: what it needs. */
interface Needing {
  readonly prerequisites: readonly { readonly concept_id: string; readonly kind: "hard" | "soft" }[];
}

interface Holding {
  readonly concepts: readonly { readonly concept_id: string; readonly name: string }[];
}

/** Where a concept can stand at the earliest: with the last of what it needs, which comes first wherever it is moved. */
export interface Earliest {
  /** Place of the module in reading order, from 0. */
  readonly at: number;
  /** The name of what keeps it there. */
  readonly needed: string;
}

/** The earliest module for a concept, or null if it needs nothing of this roadmap; modules in reading order. */
export function earliestModule({ prerequisites }: Needing, modules: readonly Holding[]): Earliest | null {
  const hard = new Set(prerequisites.filter(({ kind }) => kind === "hard").map(({ concept_id }) => concept_id));
  const places = modules.flatMap(({ concepts }, at) =>
    concepts.filter(({ concept_id }) => hard.has(concept_id)).map(({ name }) => ({ at, needed: name })),
  );
  return places.at(-1) ?? null;
}
