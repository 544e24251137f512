import type { Concept, ContentState, Module, Stage } from "@wayfinder/protocol";
import { conceptsOf, modulesOf, type Draft } from "./draft.ts";
import { identifierOf, isIdentifier, uniqueIdentifier } from "./identifier.ts";
import type { NewConcept, NewModule, NewStage } from "./patch.ts";

const pendingContent = (): ContentState => ({
  tutorial: { status: "pending" },
  resources: { status: "pending" },
  quiz: { status: "pending" },
});

/** Makes nodes to be added to a draft, with ids that are new in it. */
export class NodeMaker {
  readonly #stages: Set<string>;
  readonly #modules: Set<string>;
  readonly #concepts: Set<string>;

  constructor(draft: Draft) {
    this.#stages = new Set(draft.stages.map((stage) => stage.stage_id));
    this.#modules = new Set(modulesOf(draft).map((module) => module.module_id));
    this.#concepts = new Set(conceptsOf(draft).map((concept) => concept.concept_id));
  }

  concept(node: NewConcept): Concept {
    const { name, description, hours, difficulty, prerequisites, outcomes, keywords } = structuredClone(node);
    const concept_id = claim(this.#concepts, node.concept_id, identifierOf(name) || "concept");
    const content = structuredClone(node.content) ?? pendingContent();
    return { concept_id, name, description, hours, difficulty, prerequisites, outcomes, keywords, content };
  }

  module({ module_id, name, description, concepts = [] }: NewModule): Module {
    const id = claim(this.#modules, module_id, identifierOf(name) || "module");
    return { module_id: id, name, description, concepts: concepts.map((concept) => this.concept(concept)) };
  }

  stage({ stage_id, name, description, modules = [] }: NewStage): Stage {
    const id = claim(this.#stages, stage_id, identifierOf(name) || "stage");
    return { stage_id: id, order: this.#stages.size, name, description, modules: modules.map((module) => this.module(module)) };
  }
}

function claim(taken: Set<string>, wanted: string | undefined, base: string): string {
  const id = wanted !== undefined && isIdentifier(wanted) && !taken.has(wanted) ? wanted : uniqueIdentifier(base, taken);
  taken.add(id);
  return id;
}
