import type { ContentKind, Task } from "@wayfinder/protocol";

/** One kind of content of one concept of a roadmap. */
export interface Unit {
  readonly roadmap_id: string;
  readonly concept_id: string;
  readonly kind: ContentKind;
}

/** Whether a task writes the unit anew. */
export const rewrites =
  ({ roadmap_id, concept_id, kind }: Unit) =>
  (task: Task): boolean =>
    task.kind === "regenerate" &&
    task.roadmap_id === roadmap_id &&
    task.about?.concept_id === concept_id &&
    task.about.content === kind;
