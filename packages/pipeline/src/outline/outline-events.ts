import type { EventBody } from "@wayfinder/protocol";
import type { Draft } from "@wayfinder/roadmap";

/** One event for each stage, module and concept, parents first (MS3). */
export function outlineEvents(draft: Pick<Draft, "stages">): EventBody[] {
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

/** A structure without the state of its content, as events carry it. */
export const outlineOf = (draft: Pick<Draft, "stages">) =>
  draft.stages.map((stage) => ({
    ...stage,
    modules: stage.modules.map((module) => ({
      ...module,
      concepts: module.concepts.map(({ content: _, ...concept }) => concept),
    })),
  }));
