import type { Goal } from "@wayfinder/protocol";
import { DraftBuilder, type OutlineDraft } from "./draft-builder.ts";
import type { OutlineAnswer } from "./outline-answer.ts";

/** A structure out of a model's whole outline. */
export function draftOfOutline(outline: OutlineAnswer, goal: Goal): OutlineDraft {
  const builder = new DraftBuilder(goal);
  for (const { modules, ...stage } of outline.stages) {
    builder.stage(stage);
    for (const { concepts, ...module } of modules) {
      builder.module(module);
      for (const concept of concepts) builder.concept(concept);
    }
  }
  return builder.finish(outline);
}
