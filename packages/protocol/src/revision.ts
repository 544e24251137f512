import type { EventBody } from "./event.ts";
import type { OutlineStage } from "./outline.ts";
import type { TaskStatus } from "./task.ts";

/** What became of a person's latest wish for changes of a structure. */
export interface Revision {
  /** Wishes so far, from 1: tells one look at the structure from the next. */
  readonly round: number;
  readonly feedback?: string;
  /** The structure as the person saw it when they asked. */
  readonly before: readonly OutlineStage[];
  /** The structure as it came back; absent while it is being edited. */
  readonly after?: readonly OutlineStage[];
  /** The differences, a sentence each, in the roadmap's language. */
  readonly changes: readonly string[];
  /** What the editor says of each edit, in the roadmap's language. */
  readonly summaries: readonly string[];
  /** Why the wish could not be met. */
  readonly failed?: string;
}

interface Revised {
  readonly status: TaskStatus;
  readonly stages: readonly OutlineStage[];
  readonly revision?: Revision;
}

const UNCHANGED = {};

/** The revision after an event. An edit that comes while the task waits is the person's own, and no answer to a wish. */
export function revisionAfter({ status, stages, revision }: Revised, e: EventBody): Pick<Revised, "revision"> {
  if (e.type === "human_review_resolved") {
    if (e.decision !== "change") return UNCHANGED;
    const asked = e.feedback === undefined ? {} : { feedback: e.feedback };
    return { revision: { round: (revision?.round ?? 0) + 1, ...asked, before: stages, changes: [], summaries: [] } };
  }
  if (!revision || revision.after || status === "waiting_for_review") return UNCHANGED;
  if (e.type === "human_review_required") return { revision: { ...revision, after: stages } };
  if (e.type === "roadmap_edited") return { revision: { ...revision, changes: [...revision.changes, ...e.changes] } };
  if (e.type !== "progress" || e.step !== "roadmap_edit" || e.message === undefined) return UNCHANGED;
  // once the wish is met, an edit that fails is a critic's
  const isMet = revision.changes.length + revision.summaries.length > 0;
  if (e.status === "failed") return isMet ? UNCHANGED : { revision: { ...revision, failed: e.message } };
  return { revision: { ...revision, summaries: [...revision.summaries, e.message] } };
}
