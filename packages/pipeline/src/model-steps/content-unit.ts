import type { StepContext, Telling, Write } from "@wayfinder/engine";
import type { EventBody, Goal } from "@wayfinder/protocol";
import { conceptsOf } from "@wayfinder/roadmap";
import { defineStep } from "../define-step.ts";
import { failedTask, partly } from "../progress.ts";
import { isAnew, unitOf, type UnitInput } from "./content-units.ts";

/** What the journal keeps of a unit that was written. */
export interface Written {
  /** The text that was told; empty for what has no text. */
  readonly text: string;
  /** Whether the log has told all of it while it was written. */
  readonly told: boolean;
}

/** What is written of resources and quizzes: no text to be told. */
export const NO_TEXT: Written = { text: "", told: true };

/** A unit to be written, for whom, and with what. */
export interface Writing {
  readonly input: UnitInput;
  readonly goal: Goal;
  readonly context: StepContext;
}

/** Where a unit's content comes from. */
export type WriteUnit = (writing: Writing) => Promise<{ output: Written; writes: Write[] }>;

/** Writes one unit: a tutorial told while it is written, a list of resources with checked links, or a quiz. Each commits alone. */
export const contentUnit = (write: WriteUnit) =>
  // null: an edit had taken the concept away before it was written; whoever brings it back asks anew
  defineStep<UnitInput, Written | null>({
    begin({ kind, place: { concept } }, step) {
      const unit = unitOf(concept.concept_id, kind);
      return [
        { type: "concept_start", concept_id: concept.concept_id, unit },
        ...(kind === "tutorial" ? [attempt(unit, step.attempt)] : []),
      ];
    },
    async run(input, goal, context) {
      const written = await writtenSince(input, context);
      if (written) return { output: written };
      return (await isWanted(input, context)) ? write({ input, goal, context }) : { output: null };
    },
    tell(written, { kind, place, roadmap_id }, step) {
      if (!written) return { events: [], next: [], settled: settled(roadmap_id) };
      const { text, told } = written;
      const { concept_id } = place.concept;
      const unit = unitOf(concept_id, kind);
      const again = text === "" || (told && step.journalled === null) ? [] : wholeText(unit, step.attempt, text);
      const done: EventBody = { type: "concept_complete", concept_id, unit, kinds: [kind] };
      return { events: [...again, done], next: [], settled: settled(roadmap_id) };
    },
    giveUp(reason, { kind, place, roadmap_id }, { lease }) {
      const { concept_id } = place.concept;
      const failed: EventBody = { type: "concept_failed", concept_id, unit: unitOf(concept_id, kind), kinds: [kind], reason };
      const writes: Write[] = [{ kind: "content_failed", concept_id, content: kind, reason }];
      // a new version is all that its task is for; the text there is stays (PL7)
      if (isAnew(lease)) return { events: [failed, ...failedTask("content_generation", reason)], next: [], writes };
      return { events: [failed], next: [], writes, settled: settled(roadmap_id) };
    },
  });

/** Whether the concept is in the roadmap still: nobody pays for the content of one that an edit has taken away. */
async function isWanted({ place: { concept } }: UnitInput, context: StepContext): Promise<boolean> {
  const roadmap = await context.roadmap();
  return roadmap === null || conceptsOf(roadmap).some(({ concept_id }) => concept_id === concept.concept_id);
}

/** A unit without content that somebody has written since this step was asked for: it is left as it is (PL7). */
async function writtenSince({ kind, place: { concept } }: UnitInput, { step, content }: StepContext): Promise<Written | null> {
  const body = isAnew(step.lease) ? null : await content({ concept_id: concept.concept_id, kind });
  if (body === null) return null;
  return kind === "tutorial" ? { text: (body as { markdown: string }).markdown, told: false } : NO_TEXT;
}

const attempt = (unit: string, n: number): EventBody => ({ type: "attempt_started", unit, attempt: n });

/** A unit's text from the beginning: what was streamed was not all of it, or was told in another log. */
const wholeText = (unit: string, n: number, text: string): EventBody[] => [
  attempt(unit, n),
  { type: "content_delta", unit, attempt: n, offset: 0, text },
];

/** How far the content is; the unit that ends last ends the task with what failed (PL7). */
const settled =
  (roadmap_id: string): NonNullable<Telling["settled"]> =>
  ({ open, total, failed_units, elapsed_ms }) => {
    const done = total - open;
    const progress = partly("content_generation", done, total);
    if (open > 0) return [done > 0 ? { ...progress, eta_ms: Math.round((elapsed_ms / done) * open) } : progress];
    return [progress, { type: "completed", final: true, roadmap_id, failed_units: [...failed_units] }];
  };
