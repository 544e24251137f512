import type { Json, Left, StepRequest } from "@wayfinder/engine";
import { CONTENT_KINDS, type ContentKind, type EventBody, type Roadmap } from "@wayfinder/protocol";
import { conceptsOf } from "@wayfinder/roadmap";
import { started } from "../progress.ts";
import type { ConceptData } from "../prompts/concept-data.ts";

/** One kind of content of one concept: all that its writer is told, and nothing else, so that the same unit has the same journal key. */
export interface UnitInput {
  readonly roadmap_id: string;
  readonly kind: ContentKind;
  readonly place: ConceptData;
  readonly instruction?: string;
  readonly previous?: string;
}

/** The path of the step that writes a unit's first text. */
export const firstPath = (unit: string): string => `content/${unit}`;

/** The path of a step that writes a unit anew. */
export const newPath = (unit: string, key: string): string => `regenerate/${unit}/${key}`;

/** Whether a step is one of those that write a unit anew. */
export const isAnew = ({ path }: { readonly path: string }): boolean => path.startsWith("regenerate/");

export const unitOf = (concept_id: string, kind: ContentKind): string => `${concept_id}/${kind}`;

/** The units of a roadmap, or those of them that are asked for, concept by concept, in study order. */
export function contentUnits(roadmap: Roadmap, isAsked: (unit: string) => boolean = () => true): StepRequest[] {
  const { roadmap_id } = roadmap;
  return placesOf(roadmap).flatMap((place) =>
    CONTENT_KINDS.flatMap((kind) => {
      const unit = unitOf(place.concept.concept_id, kind);
      return isAsked(unit) ? [unitStep({ roadmap_id, kind, place }, firstPath(unit))] : [];
    }),
  );
}

/** The unit in the path of a step that writes one, for the first time or anew. */
const UNIT_PATH = /^(?:content|regenerate)\/([^/]+\/[^/]+)/;

/** The units of the roadmap as it is now that have no content and that no open step is about to write (PL7). */
export function unitsLeft({ roadmap, written, open }: Left, isAsked: (unit: string) => boolean = () => true): StepRequest[] {
  if (!roadmap) return [];
  const taken = new Set([
    ...written.map(({ concept_id, kind }) => unitOf(concept_id, kind)),
    ...open.flatMap((path) => UNIT_PATH.exec(path)?.[1] ?? []),
  ]);
  return contentUnits(roadmap, (unit) => !taken.has(unit) && isAsked(unit));
}

/** A step that writes one unit; the path tells first tries from new versions. */
export const unitStep = (input: UnitInput, path: string): StepRequest => ({
  path,
  name: "content_generation",
  input: input as unknown as Json,
});

/** Each concept with its place, in author order. */
export function placesOf(roadmap: Roadmap): ConceptData[] {
  const names = new Map(conceptsOf(roadmap).map((concept) => [concept.concept_id, concept.name]));
  const leadsTo = new Map<string, string[]>();
  for (const { name, prerequisites } of conceptsOf(roadmap))
    for (const { concept_id } of prerequisites) leadsTo.set(concept_id, [...(leadsTo.get(concept_id) ?? []), name]);
  return roadmap.stages.flatMap((stage) =>
    stage.modules.flatMap((module) =>
      module.concepts.map(({ concept_id, name, description, difficulty, hours, outcomes, keywords, prerequisites }) => ({
        concept: { concept_id, name, description, difficulty, hours: hours.likely, outcomes, keywords },
        roadmap_title: roadmap.title,
        stage: stage.name,
        module: module.name,
        builds_on: prerequisites.flatMap((edge) => names.get(edge.concept_id) ?? []),
        leads_to: leadsTo.get(concept_id) ?? [],
      })),
    ),
  );
}

/** The phase begins with the first units; told once by whoever fans them out. */
export const contentBegun = (): EventBody => started("content_generation");
