import { designCurriculum, type Catalogue } from "@wayfinder/catalogue";
import type { Json } from "@wayfinder/engine";
import type { Intent } from "@wayfinder/protocol";
import type { Draft } from "@wayfinder/roadmap";
import { defineStep } from "../define-step.ts";
import { outlineEvents } from "../outline/outline-events.ts";
import { completed, failedTask, started } from "../progress.ts";

/** Stages, modules and concepts with their prerequisites, in the order they are studied. */
export const curriculumDesign = (catalogue: Catalogue) =>
  defineStep<{ intent: Intent }, { draft: Draft }>({
    begin: () => [started("curriculum_design")],
    run: ({ intent }, goal) => ({ output: { draft: designCurriculum(catalogue, goal, intent) } }),
    tell: ({ draft }, { intent }) => ({
      events: [
        ...outlineEvents(draft),
        completed("curriculum_design", { concepts: conceptCount(draft), stages: draft.stages.length }),
      ],
      next: [{ path: "structure_validation", name: "structure_validation", input: { draft, intent } as unknown as Json }],
    }),
    giveUp: (message) => ({ events: failedTask("curriculum_design", message), next: [], writes: [] }),
  });

const conceptCount = (draft: Draft): number =>
  draft.stages.reduce((n, s) => n + s.modules.reduce((m, x) => m + x.concepts.length, 0), 0);
