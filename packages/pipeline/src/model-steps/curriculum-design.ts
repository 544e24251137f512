import type { Json } from "@wayfinder/engine";
import { OUTLINE_UNIT, type EventBody, type Goal, type Intent, type Repair } from "@wayfinder/protocol";
import type { Draft } from "@wayfinder/roadmap";
import { defineStep } from "../define-step.ts";
import { askForObject } from "../model/ask.ts";
import type { ModelKit } from "../model/kit.ts";
import { draftOfOutline } from "../outline/draft-of-outline.ts";
import type { OutlineAnswer } from "../outline/outline-answer.ts";
import { outlineEvents } from "../outline/outline-events.ts";
import { OutlineStream } from "../outline/outline-stream.ts";
import { passGate } from "../outline/sound-draft.ts";
import { completed, failedTask, started } from "../progress.ts";
import { curriculumDesignPrompt } from "../prompts/curriculum-design.ts";

/** A structure that is known to pass the gate. */
export interface Designed {
  readonly draft: Draft;
  readonly repairs: readonly Repair[];
  readonly optional: readonly string[];
  /** Whether the log has told all of it while it was written. */
  readonly told: boolean;
}

/** Findings that are told to a model that is to try again. */
const TOLD_FINDINGS = 5;

/** Stages, modules and concepts by a model, told one by one while they are written; only a structure that code can make sound is taken. */
export const curriculumDesign = (kit: ModelKit) =>
  defineStep<{ intent: Intent }, Designed>({
    begin: ({ intent: _ }, step) => [
      started("curriculum_design"),
      { type: "attempt_started", unit: OUTLINE_UNIT, attempt: step.attempt },
    ],
    async run({ intent }, goal, context) {
      const stream = new OutlineStream(goal);
      let telling: Promise<void> = Promise.resolve();
      const onText = (delta: string) => {
        const events = stream.push(delta);
        if (events.length > 0) telling = telling.then(() => context.emit(events));
        telling.catch(() => {}); // awaited below
      };
      const question = { prompt: curriculumDesignPrompt.pinned(goal), data: { goal, intent }, key: "outline", onText };
      const objection = (outline: OutlineAnswer) => outlineObjection(outline, goal);
      let answer: OutlineAnswer;
      try {
        answer = await askForObject(context, kit, { ...question, objection });
      } finally {
        // nothing is told after the step has ended, well or not
        await telling;
      }
      const { draft, repairs, optional } = draftOfOutline(answer, goal);
      const whole = outlineEvents(draft).map((event) => JSON.stringify(event));
      return { output: { draft, repairs, optional, told: stream.told.join() === whole.join() } };
    },
    tell({ draft, repairs, optional, told }, { intent }, step) {
      const concepts = draft.stages.reduce((n, s) => n + s.modules.reduce((m, x) => m + x.concepts.length, 0), 0);
      const input = { draft, repairs, optional, intent };
      return {
        events: [
          ...(told && step.journalled === null ? [] : retold(draft, step.attempt)),
          completed("curriculum_design", { concepts, stages: draft.stages.length }),
        ],
        next: [{ path: "structure_validation/1", name: "structure_validation", input: input as unknown as Json }],
      };
    },
    giveUp: (message) => ({ events: failedTask("curriculum_design", message), next: [], writes: [] }),
  });

/** The outline from the beginning: what was streamed was not all of it, or was told in another log. */
const retold = (draft: Draft, attempt: number): EventBody[] => [
  { type: "attempt_started", unit: OUTLINE_UNIT, attempt },
  ...outlineEvents(draft),
];

/** What code cannot mend about a structure, in words for the model; null if it can be made sound. */
export function outlineObjection(outline: OutlineAnswer, goal: Goal): string | null {
  const { draft, optional } = draftOfOutline(outline, goal);
  const { findings } = passGate({ draft, goal, optional, roadmap_id: "draft", version: 1 });
  if (findings.length === 0) return null;
  return `The structure is not sound: ${findings
    .slice(0, TOLD_FINDINGS)
    .map((finding) => finding.message)
    .join(" ")}`;
}
