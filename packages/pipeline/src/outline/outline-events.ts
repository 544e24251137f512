import type { Concept, EventBody, Module, Stage } from "@wayfinder/protocol";
import type { Draft } from "@wayfinder/roadmap";

export type OutlineDelta = Extract<EventBody, { type: "outline_delta" }>;

export const stageEvent = ({ modules: _, ...stage }: Stage): OutlineDelta => ({
  type: "outline_delta",
  node: { kind: "stage", ...stage },
});

export const moduleEvent = ({ concepts: _, ...module }: Module, stage_id: string): OutlineDelta => ({
  type: "outline_delta",
  node: { kind: "module", stage_id, ...module },
});

export const conceptEvent = ({ content: _, ...concept }: Concept, module_id: string): OutlineDelta => ({
  type: "outline_delta",
  node: { kind: "concept", module_id, ...concept },
});

/** One event for each stage, module and concept, parents first (MS3). */
export const outlineEvents = ({ stages }: Pick<Draft, "stages">): OutlineDelta[] =>
  stages.flatMap((stage) => [
    stageEvent(stage),
    ...stage.modules.flatMap((module) => [
      moduleEvent(module, stage.stage_id),
      ...module.concepts.map((concept) => conceptEvent(concept, module.module_id)),
    ]),
  ]);

/** A structure without the state of its content, as events carry it. */
export const outlineOf = (draft: Pick<Draft, "stages">) =>
  draft.stages.map((stage) => ({
    ...stage,
    modules: stage.modules.map((module) => ({
      ...module,
      concepts: module.concepts.map(({ content: _, ...concept }) => concept),
    })),
  }));
