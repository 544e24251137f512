import type { Hours, Level } from "@wayfinder/protocol";
import type { Bilingual, BilingualList } from "./bilingual.ts";

/** A row of MAP.md: a concept that is planned, whether or not its file is written. */
export interface MapConcept {
  readonly id: string;
  readonly title: Bilingual;
  readonly domain: string;
  readonly module: string;
  readonly level: Level;
  readonly hours: Hours;
  /** 1 to 5: how much a learner loses without it. */
  readonly value: number;
  readonly hard: readonly string[];
  readonly soft: readonly string[];
  /** Line in MAP.md, from 1. */
  readonly line: number;
}

export interface CatalogueGoal {
  readonly id: string;
  readonly title: Bilingual;
  /** Concepts without which the goal is not covered. */
  readonly needs: readonly string[];
  readonly targets: readonly string[];
  /** How people type it. */
  readonly aliases: BilingualList;
  readonly line: number;
}

export interface CatalogueModule {
  readonly id: string;
  readonly domain: string;
  readonly title: Bilingual;
  /** Ids of its concepts in the order of the map. */
  readonly concepts: readonly string[];
}

export interface CatalogueDomain {
  readonly id: string;
  readonly title: Bilingual;
  readonly modules: readonly string[];
}

/** A subject the catalogue does not cover, how people ask for it, and the concepts that are nearest. */
export interface OutsideSubject {
  readonly asked: readonly string[];
  readonly nearest: readonly string[];
  readonly line: number;
}

/** The skeleton of the catalogue, as MAP.md tells it. */
export interface CatalogueMap {
  readonly concepts: ReadonlyMap<string, MapConcept>;
  readonly modules: ReadonlyMap<string, CatalogueModule>;
  readonly domains: ReadonlyMap<string, CatalogueDomain>;
  readonly goals: readonly CatalogueGoal[];
  readonly outside: readonly OutsideSubject[];
}
