import type { OutlineConcept, OutlineStage, Revision } from "@wayfinder/protocol/fold";

/** How a concept came back from a wish for changes. */
export type RevisionMark = "new" | "moved" | "changed";

interface Placed {
  readonly concept: OutlineConcept;
  readonly module_id: string;
}

/** The concepts that a wish for changes has touched; none before the first wish, or while it is being met. */
export function revisionMarks(revision: Revision | undefined): ReadonlyMap<string, RevisionMark> {
  if (!revision?.after) return new Map();
  const before = placed(revision.before);
  const marks = new Map<string, RevisionMark>();
  for (const [id, { concept, module_id }] of placed(revision.after)) {
    const was = before.get(id);
    if (!was) marks.set(id, "new");
    else if (was.module_id !== module_id) marks.set(id, "moved");
    else if (looks(was.concept) !== looks(concept)) marks.set(id, "changed");
  }
  return marks;
}

const placed = (stages: readonly OutlineStage[]): Map<string, Placed> =>
  new Map(
    stages.flatMap(({ modules }) =>
      modules.flatMap(({ module_id, concepts }) =>
        concepts.map((concept) => [concept.concept_id, { concept, module_id }] as const),
      ),
    ),
  );

/** What a person can see of a concept at the review. Links to others are left out: they change with their neighbours. */
const looks = ({ name, description, hours, difficulty }: OutlineConcept): string =>
  JSON.stringify([name, description, hours, difficulty]);
