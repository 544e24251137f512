import type { Patch } from "@wayfinder/protocol";
import type { OutlineModule, OutlineStage } from "@wayfinder/protocol/fold";

interface Spot {
  readonly module: OutlineModule;
  /** Place in the module, from 0. */
  readonly at: number;
  /** The modules in reading order, and where this one stands. */
  readonly modules: readonly OutlineModule[];
  readonly nth: number;
}

/** The modules of an outline in reading order. */
export const modulesOf = (stages: readonly OutlineStage[]): OutlineModule[] => stages.flatMap((stage) => stage.modules);

/** Where a concept stands; null when it is not there. */
export function spotOf(stages: readonly OutlineStage[], concept_id: string): Spot | null {
  const modules = modulesOf(stages);
  for (const [nth, module] of modules.entries()) {
    const at = module.concepts.findIndex((concept) => concept.concept_id === concept_id);
    if (at >= 0) return { module, at, modules, nth };
  }
  return null;
}

export const renamed = (id: string, name: string): Patch => [{ op: "change", kind: "concept", id, fields: { name } }];

export const removed = (id: string): Patch => [{ op: "remove", kind: "concept", id }];

/** Into another module, to its end. */
export const movedInto = (id: string, module_id: string): Patch => [{ op: "move", kind: "concept", id, into: module_id }];

/** One place up or down in reading order, over the edge of its module into the next one; null at the end of the roadmap. */
export function movedBy(stages: readonly OutlineStage[], id: string, way: "up" | "down"): Patch | null {
  const spot = spotOf(stages, id);
  if (!spot) return null;
  const { module, at, modules, nth } = spot;
  const next = way === "up" ? at - 1 : at + 1;
  if (next >= 0 && next < module.concepts.length) return [{ op: "move", kind: "concept", id, at: next }];
  const into = modules[way === "up" ? nth - 1 : nth + 1];
  if (!into) return null;
  return [{ op: "move", kind: "concept", id, into: into.module_id, ...(way === "down" ? { at: 0 } : {}) }];
}

/** That one concept needs another, which therefore comes first. */
export interface Held {
  readonly name: string;
  readonly needed: string;
}

/** Why a concept cannot go one place up or down: it and the one there would be put back into the order in which they need each other. */
export function heldBy(stages: readonly OutlineStage[], id: string, way: "up" | "down"): Held | null {
  const spot = spotOf(stages, id);
  const [own, other] = [spot?.module.concepts[spot.at], spot?.module.concepts[spot.at + (way === "up" ? -1 : 1)]];
  if (!own || !other) return null;
  const [later, earlier] = way === "up" ? [own, other] : [other, own];
  const isHeld = later.prerequisites.some(({ concept_id, kind }) => kind === "hard" && concept_id === earlier.concept_id);
  return isHeld ? { name: later.name, needed: earlier.name } : null;
}

/** What a person says of a concept of their own. */
export interface Addition {
  readonly name: string;
  readonly description: string;
}

/** A new concept at the end of a module: of usual size, needing nothing, until the roadmap's checks place it. */
export const added = (module_id: string, { name, description }: Addition): Patch => [
  {
    op: "add",
    kind: "concept",
    into: module_id,
    node: {
      name,
      description: description === "" ? name : description,
      hours: { low: 1, likely: 2, high: 3 },
      difficulty: "medium",
      prerequisites: [],
      outcomes: [],
      keywords: [],
    },
  },
];
