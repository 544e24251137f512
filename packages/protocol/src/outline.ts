import type { Concept, Module, Stage } from "./roadmap.ts";

export type OutlineConcept = Omit<Concept, "content">;
export type OutlineModule = Omit<Module, "concepts"> & { concepts: OutlineConcept[] };
export type OutlineStage = Omit<Stage, "modules"> & { modules: OutlineModule[] };
