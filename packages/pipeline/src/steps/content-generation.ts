import { contentOf, type Catalogue } from "@wayfinder/catalogue";
import type { Json, StepRequest, Telling, Write } from "@wayfinder/engine";
import { CONTENT_KINDS, type EventBody, type Roadmap } from "@wayfinder/protocol";
import { modulesOf } from "@wayfinder/roadmap";
import { defineStep } from "../define-step.ts";
import { partly, started } from "../progress.ts";

/** A module still to be written. */
export interface ModuleUnits {
  readonly module_id: string;
  readonly concept_ids: readonly string[];
}

/** The modules from here to the end: each is one step, which hands on the rest (PL, "one journalled step per module"). */
export interface ContentInput {
  readonly roadmap_id: string;
  readonly modules: readonly ModuleUnits[];
  /** Concepts written before, and in all. */
  readonly done: number;
  readonly total: number;
}

interface Written {
  readonly texts: readonly { readonly concept_id: string; readonly markdown: string }[];
}

/** All modules of a roadmap, none written yet. */
export function contentOfAll(roadmap: Roadmap): ContentInput {
  const modules = modulesOf(roadmap).map(({ module_id, concepts }) => ({
    module_id,
    concept_ids: concepts.map((c) => c.concept_id),
  }));
  return { roadmap_id: roadmap.roadmap_id, modules, done: 0, total: modules.reduce((n, m) => n + m.concept_ids.length, 0) };
}

/** The step that writes the first of the given modules. */
export const contentStep = (input: ContentInput): StepRequest => ({
  path: `content_generation/${input.modules[0]?.module_id ?? ""}`,
  name: "content_generation",
  input: input as unknown as Json,
});

/** Tutorial, resources and quiz of each concept of a module, out of the catalogue. */
export const contentGeneration = (catalogue: Catalogue) =>
  defineStep<ContentInput, Written>({
    begin: ({ done }) => (done === 0 ? [started("content_generation")] : []),
    run({ modules }, goal) {
      const contents = (modules[0]?.concept_ids ?? []).map((id) => ({
        concept_id: id,
        ...contentOf(catalogue, id, goal.language),
      }));
      const texts = contents.map(({ concept_id, tutorial }) => ({ concept_id, markdown: tutorial }));
      const writes = contents.flatMap(({ concept_id, tutorial, resources, quiz }): Write[] => [
        { kind: "content", concept_id, content: "tutorial", body: { markdown: tutorial } },
        { kind: "content", concept_id, content: "resources", body: { items: resources } as unknown as Json },
        { kind: "content", concept_id, content: "quiz", body: { items: quiz } as unknown as Json },
      ]);
      return { output: { texts }, writes };
    },
    tell: ({ texts }, input) =>
      goOn(
        input,
        texts.flatMap(({ concept_id, markdown }) => written(concept_id, markdown)),
      ),
    giveUp(message, input) {
      const failed = input.modules[0]?.concept_ids ?? [];
      const events = failed.map((id): EventBody => ({
        type: "concept_failed",
        concept_id: id,
        unit: id,
        kinds: [...CONTENT_KINDS],
        reason: message,
      }));
      const writes = failed.flatMap((id) =>
        CONTENT_KINDS.map((content): Write => ({ kind: "content_failed", concept_id: id, content, reason: message })),
      );
      return { ...goOn(input, events), writes };
    },
  });

const written = (concept_id: string, markdown: string): EventBody[] => [
  { type: "concept_start", concept_id, unit: concept_id },
  { type: "attempt_started", unit: concept_id, attempt: 1 },
  { type: "content_delta", unit: concept_id, attempt: 1, offset: 0, text: markdown },
  { type: "concept_complete", concept_id, unit: concept_id, kinds: [...CONTENT_KINDS] },
];

/** After a module: its events, then the next module, or the end (PL7: what failed leaves the rest). */
function goOn(input: ContentInput, events: readonly EventBody[]): Telling {
  const { roadmap_id } = input;
  const [module, ...rest] = input.modules;
  const done = input.done + (module?.concept_ids.length ?? 0);
  const told = [...events, partly("content_generation", done, input.total)];
  if (rest.length > 0) return { events: told, next: [contentStep({ ...input, modules: rest, done })] };
  return {
    events: told,
    next: [],
    settled: ({ failed_units }) => [{ type: "completed", final: true, roadmap_id, failed_units: [...failed_units] }],
  };
}
