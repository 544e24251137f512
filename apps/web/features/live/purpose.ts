import type { ContentKind, Task } from "@wayfinder/protocol";
import type { Snapshot } from "@wayfinder/protocol/fold";
import { kindOfUnit } from "./unit-kind.ts";

/** What a later task does to a roadmap that is there: one unit anew, what was missing or is new, or a change in words. */
export type Purpose =
  | { readonly kind: "rewrite"; readonly content: ContentKind; readonly concept_id: string; readonly words?: string }
  | { readonly kind: "missing" }
  | { readonly kind: "new" }
  | { readonly kind: "change"; readonly words?: string };

type Told = Pick<Snapshot, "steps" | "units">;
type Known = Pick<Task, "kind" | "about" | "roadmap_id">;

/** What the task is for; null for one that makes a whole roadmap, as another try at it does when its log begins with the goal. */
export function purposeOf({ steps, units }: Told, task: Known | undefined): Purpose | null {
  if (steps.intent_analysis || steps.curriculum_design) return null;
  switch (task?.kind) {
    case undefined:
    case "generate":
      return null;
    case "retry":
      return task.roadmap_id === null ? null : { kind: "missing" };
    case "content":
      return { kind: "new" };
    case "change":
      return { kind: "change", ...wordsOf(task) };
    case "regenerate": {
      const unit = unitOf(task, units);
      return unit ? { kind: "rewrite", ...unit, ...wordsOf(task) } : { kind: "missing" };
    }
  }
}

const wordsOf = ({ about }: Known): { words?: string } => (about?.words ? { words: about.words } : {});

/** The unit that was asked for; a task from before that was kept tells it by what it writes. */
function unitOf({ about }: Known, units: Told["units"]): { content: ContentKind; concept_id: string } | null {
  if (about?.content && about.concept_id) return { content: about.content, concept_id: about.concept_id };
  const [name = "", unit] = Object.entries(units)[0] ?? [];
  const content = kindOfUnit(name);
  return content && unit ? { content, concept_id: unit.concept_id } : null;
}
