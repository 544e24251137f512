import { designCurriculum, type Catalogue } from "@wayfinder/catalogue";
import type { Json } from "@wayfinder/engine";
import type { EventBody, Intent } from "@wayfinder/protocol";
import type { Draft } from "@wayfinder/roadmap";
import { defineStep } from "../define-step.ts";
import { completed, failedTask, started } from "../progress.ts";

/** Stages, modules and concepts with their prerequisites, in the order they are studied. */
export const curriculumDesign = (catalogue: Catalogue) =>
  defineStep<{ intent: Intent }, { draft: Draft }>({
    begin: () => [started("curriculum_design")],
    run: ({ intent }, goal) => ({ output: { draft: designCurriculum(catalogue, goal, intent) } }),
    tell: ({ draft }, { intent }) => ({
      events: [...outline(draft), completed("curriculum_design", { concepts: conceptCount(draft), stages: draft.stages.length })],
      next: [{ path: "structure_validation", name: "structure_validation", input: { draft, intent } as unknown as Json }],
    }),
    giveUp: (message) => ({ events: failedTask("curriculum_design", message), next: [], writes: [] }),
  });

const conceptCount = (draft: Draft): number =>
  draft.stages.reduce((n, s) => n + s.modules.reduce((m, x) => m + x.concepts.length, 0), 0);

/** One event for each stage, module and concept, parents first (MS3). */
function outline(draft: Draft): EventBody[] {
  const events: EventBody[] = [];
  for (const { modules, ...stage } of draft.stages) {
    events.push({ type: "outline_delta", node: { kind: "stage", ...stage } });
    for (const { concepts, ...module } of modules) {
      events.push({ type: "outline_delta", node: { kind: "module", stage_id: stage.stage_id, ...module } });
      for (const { content: _, ...concept } of concepts)
        events.push({ type: "outline_delta", node: { kind: "concept", module_id: module.module_id, ...concept } });
    }
  }
  return events;
}
