import type { Concept, Goal, Module, Repair, Stage } from "@wayfinder/protocol";
import { conceptsOf, nameKey, type Draft } from "@wayfinder/roadmap";
import { areHoursUsable, draftConcept } from "./draft-concept.ts";
import { IdentifierMaker } from "./identifier-maker.ts";
import { knownSkills } from "./known-skills.ts";
import { circlesDropped, edgeDropped, hoursClamped, leftOut, needsTooMuch, tooMany } from "./outline-repairs.ts";
import type { ConceptAnswer, OutlineAnswer } from "./outline-answer.ts";

/** More concepts than a person can follow; about 1 500 hours of study. What a model writes beyond is left out and told. */
export const MOST_CONCEPTS = 400;
/** More than any plan of so many concepts needs; what follows goes into the last one there is. */
const MOST_STAGES = 60;
const MOST_MODULES = 200;
/** Prerequisites of one concept that are taken, and as many helpful ones: the nearest are asked for, which are one to three. */
const MOST_NEEDS = 12;
/** Cutting circles costs as many steps as there are edges, for each edge that points forward; so many take less than a tenth of a second. */
const MOST_CYCLE_STEPS = 500_000;

export interface OutlineDraft {
  readonly draft: Draft;
  /** What was left out before the gate sees it (PR7). */
  readonly repairs: readonly Repair[];
  /** Concepts that may be cut when time is short (PR4). */
  readonly optional: readonly string[];
}

/** A stage or module as a model heads it. */
interface Heading {
  readonly name: string;
  readonly description?: string;
}

/**
 * Builds a structure node by node in the order of a model's text: ids made by code (PR5), what the person knows already left out (PR3).
 *
 * The same nodes in the same order give the same ids, whether they come one by one or all at once (PR6).
 */
export class DraftBuilder {
  readonly #goal: Goal;
  readonly #ids = new IdentifierMaker();
  readonly #isKnown: (name: string) => boolean;
  readonly #byName = new Map<string, string>();
  readonly #answers = new Map<string, ConceptAnswer>();
  readonly #repairs: Repair[] = [];
  readonly #optional: string[] = [];
  readonly #stages: Stage[] = [];
  #dropped = 0;
  #modules = 0;

  constructor(goal: Goal) {
    this.#goal = goal;
    this.#isKnown = knownSkills(goal);
  }

  stage({ name, description }: Heading): Stage {
    const last = this.#stages.at(-1);
    if (last && this.#stages.length >= MOST_STAGES) return last;
    const stage_id = this.#ids.stage(name);
    const stage: Stage = { stage_id, order: this.#stages.length + 1, name, description: textOr(description, name), modules: [] };
    this.#stages.push(stage);
    return stage;
  }

  /** A module of the last stage; null before the first. */
  module({ name, description }: Heading): { module: Module; stage_id: string } | null {
    const stage = this.#stages.at(-1);
    if (!stage) return null;
    const last = stage.modules.at(-1);
    if (last && this.#modules >= MOST_MODULES) return { module: last, stage_id: stage.stage_id };
    this.#modules += 1;
    const module: Module = { module_id: this.#ids.module(name), name, description: textOr(description, name), concepts: [] };
    stage.modules.push(module);
    return { module, stage_id: stage.stage_id };
  }

  /** A concept of the last module, with the prerequisites that were named so far; null where there is no module, or it is left out. */
  concept(answer: ConceptAnswer): { concept: Concept; module_id: string } | null {
    const module = this.#stages.at(-1)?.modules.at(-1);
    if (!module) return null;
    if (this.#isKnown(answer.name)) {
      this.#repairs.push(leftOut(answer.name, this.#goal));
      return null;
    }
    if (this.#answers.size >= MOST_CONCEPTS) {
      this.#dropped += 1;
      return null;
    }
    const concept: Concept = { ...draftConcept(answer), concept_id: this.#ids.concept(answer.name) };
    concept.prerequisites = this.#edges(answer);
    const key = nameKey(answer.name);
    if (!this.#byName.has(key)) this.#byName.set(key, concept.concept_id);
    this.#answers.set(concept.concept_id, answer);
    if (answer.hours !== undefined && !areHoursUsable(answer.hours)) this.#repairs.push(hoursClamped(concept, this.#goal));
    if (answer.optional === true) this.#optional.push(concept.concept_id);
    module.concepts.push(concept);
    return { concept, module_id: module.module_id };
  }

  /** The structure with all its prerequisites, those named before they came too. It is not sound yet: the gate repairs and lints it. */
  finish({ title, outcomes }: Pick<OutlineAnswer, "title" | "outcomes">): OutlineDraft {
    for (const { modules } of this.#stages)
      for (const { concepts } of modules)
        for (const concept of concepts) {
          const answer = this.#answers.get(concept.concept_id);
          if (!answer) continue;
          concept.prerequisites = this.#edges(answer);
          const { prerequisites = [], helpful = [] } = answer;
          if (Math.max(prerequisites.length, helpful.length) > MOST_NEEDS)
            this.#repairs.push(needsTooMuch(concept, MOST_NEEDS, this.#goal));
          this.#repairs.push(...this.#strangers(answer).map((name) => edgeDropped(concept, name, this.#goal)));
        }
    this.#uncircle();
    const { goal, language } = this.#goal;
    const draft: Draft = {
      title: textOr(title, goal),
      goal,
      language,
      source: "model",
      outcomes: this.#outcomes(outcomes ?? []),
      stages: this.#stages,
    };
    const repairs = this.#dropped > 0 ? [...this.#repairs, tooMany(this.#dropped, this.#goal)] : this.#repairs;
    return { draft, repairs, optional: this.#optional };
  }

  /** Leaves out every edge that points forward where there are too many to look for the circles one by one. */
  #uncircle(): void {
    const concepts = conceptsOf({ stages: this.#stages });
    const place = new Map(concepts.map(({ concept_id }, at) => [concept_id, at]));
    const isForward = (from: number, { concept_id }: Concept["prerequisites"][number]) => (place.get(concept_id) ?? 0) > from;
    const edges = concepts.reduce((sum, { prerequisites }) => sum + prerequisites.length, 0);
    const forward = concepts.reduce((sum, each, at) => sum + each.prerequisites.filter((edge) => isForward(at, edge)).length, 0);
    if (forward * edges <= MOST_CYCLE_STEPS) return;
    concepts.forEach((concept, at) => {
      concept.prerequisites = concept.prerequisites.filter((edge) => !isForward(at, edge));
    });
    this.#repairs.push(circlesDropped(forward, this.#goal));
  }

  #edges({ prerequisites = [], helpful = [] }: ConceptAnswer): Concept["prerequisites"] {
    const found = (names: readonly string[], kind: "hard" | "soft") =>
      names.slice(0, MOST_NEEDS).flatMap((name) => {
        const concept_id = this.#byName.get(nameKey(name));
        return concept_id === undefined ? [] : [{ concept_id, kind }];
      });
    return [...found(prerequisites, "hard"), ...found(helpful, "soft")];
  }

  /** Hard prerequisites that are neither in the roadmap nor known. */
  #strangers({ prerequisites = [] }: ConceptAnswer): string[] {
    return prerequisites
      .slice(0, MOST_NEEDS)
      .filter((name) => name.trim() !== "" && !this.#byName.has(nameKey(name)) && !this.#isKnown(name));
  }

  /** What the learner can do at the end. What names no concept of this roadmap the gate joins to something or drops. */
  #outcomes(outcomes: NonNullable<OutlineAnswer["outcomes"]>): Draft["outcomes"] {
    return outcomes.map(({ text, concepts = [] }, at) => ({
      id: `outcome-${at + 1}`,
      text,
      concept_ids: [...new Set(concepts.flatMap((name) => this.#byName.get(nameKey(name)) ?? []))],
    }));
  }
}

const textOr = (text: string | undefined, otherwise: string): string => (text?.trim() ? text.trim() : otherwise);
