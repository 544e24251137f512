import { identifierOf, uniqueIdentifier } from "@wayfinder/roadmap";

/** Makes the ids of one structure out of names, in the order they are asked for; the same names in the same order give the same ids (PR6). */
export class IdentifierMaker {
  readonly #stages = new Set<string>();
  readonly #modules = new Set<string>();
  readonly #concepts = new Set<string>();

  stage(name: string): string {
    return claim(this.#stages, name, "stage");
  }

  module(name: string): string {
    return claim(this.#modules, name, "module");
  }

  concept(name: string): string {
    return claim(this.#concepts, name, "concept");
  }
}

function claim(taken: Set<string>, name: string, otherwise: string): string {
  const id = uniqueIdentifier(identifierOf(name) || otherwise, taken);
  taken.add(id);
  return id;
}
