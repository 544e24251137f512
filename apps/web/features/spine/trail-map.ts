/** Where a thing stands on the trail: behind you, where you are, or ahead. */
export type Place = "walked" | "here" | "ahead";

/** What the spine needs of a concept; its state and words belong to whoever draws the row. */
export interface SpineConcept {
  readonly concept_id: string;
  readonly name: string;
}
export interface SpineModule<C extends SpineConcept> {
  readonly module_id: string;
  readonly name: string;
  readonly concepts: readonly C[];
}
export interface SpineStage<C extends SpineConcept> {
  readonly stage_id: string;
  readonly name: string;
  readonly description: string;
  readonly modules: readonly SpineModule<C>[];
}

/** A module on the trail. `solid` tells whether the line beside its whole rank (itself and the module across) is walked. */
export interface MapModule<C extends SpineConcept> extends SpineModule<C> {
  /** Stage and module counted from 1: `3.2`. */
  readonly number: string;
  readonly place: Place;
  readonly solid: boolean;
  readonly rows: readonly { readonly concept: C; readonly place: Place }[];
}
export interface MapStage<C extends SpineConcept> extends Omit<SpineStage<C>, "modules"> {
  readonly number: number;
  readonly place: Place;
  readonly modules: readonly MapModule<C>[];
}

/** Where you are: at a concept, before the first one, or past the last. */
export type Here = { readonly concept_id: string } | "start" | "end";

/** Lays stages on the trail: what stands before you in reading order is walked, what stands after is ahead. */
export function layTrail<C extends SpineConcept>(stages: readonly SpineStage<C>[], here: Here): MapStage<C>[] {
  let place: Place = here === "start" ? "ahead" : "walked";
  const step = (concept_id: string): Place => {
    if (typeof here === "object" && here.concept_id === concept_id) {
      place = "ahead";
      return "here";
    }
    return place;
  };
  // A concept that is not on the map has no place; without this everything would be walked.
  if (typeof here === "object" && !holds(stages, here.concept_id)) place = "ahead";
  return stages.map((stage, at) => {
    const modules = stage.modules.map((module, nth) => {
      const rows = module.concepts.map((concept) => ({ concept, place: step(concept.concept_id) }));
      return { ...module, number: `${at + 1}.${nth + 1}`, rows, place: placeOf(rows, place) };
    });
    const solid = (nth: number) =>
      [nth - (nth % 2), nth - (nth % 2) + 1].every((n) => (modules[n]?.place ?? "walked") === "walked");
    return {
      ...stage,
      number: at + 1,
      place: placeOf(modules, place),
      modules: modules.map((module, nth) => ({ ...module, solid: solid(nth) })),
    };
  });
}

const holds = <C extends SpineConcept>(stages: readonly SpineStage<C>[], concept_id: string): boolean =>
  stages.some((s) => s.modules.some((m) => m.concepts.some((c) => c.concept_id === concept_id)));

/** The place of a whole: where its parts are; an empty one stands where the trail has come to. */
function placeOf(parts: readonly { place: Place }[], place: Place): Place {
  if (parts.some((part) => part.place === "here")) return "here";
  return parts.at(-1)?.place ?? place;
}
