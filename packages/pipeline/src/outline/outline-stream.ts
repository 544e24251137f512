import type { EventBody, Goal } from "@wayfinder/protocol";
import { readAnswer } from "../answer/read-answer.ts";
import { draftOfOutline } from "./draft-of-outline.ts";
import { ConceptAnswer, ModuleAnswer, OUTLINE_ALIASES, StageAnswer, type OutlineAnswer } from "./outline-answer.ts";
import { OutlineScanner, type ScannedNode } from "./outline-scanner.ts";
import { outlineEvents } from "./outline-events.ts";

const Head = { stage: StageAnswer.omit({ modules: true }), module: ModuleAnswer.omit({ concepts: true }) };

/**
 * Turns the text of an outline into events while it arrives: each stage, module and concept once, as soon as it is whole and valid.
 *
 * The structure so far goes through the same code as the whole answer will, so that ids are the same then.
 */
export class OutlineStream {
  readonly #scanner = new OutlineScanner();
  readonly #goal: Goal;
  readonly #outline: { stages: OutlineAnswer["stages"] } = { stages: [] };
  #told = 0;

  constructor(goal: Goal) {
    this.#goal = goal;
  }

  push(delta: string): EventBody[] {
    const nodes = this.#scanner.push(delta);
    if (!nodes.map((node) => this.#add(node)).includes(true)) return [];
    const all = outlineEvents(draftOfOutline(this.#outline, this.#goal).draft);
    const fresh = all.filter((event) => !this.#known.has(keyOf(event)));
    for (const event of fresh) this.#known.add(keyOf(event));
    this.#told += fresh.length;
    return fresh;
  }

  readonly #known = new Set<string>();

  /** How many nodes have been told. */
  get told(): number {
    return this.#told;
  }

  /** Adds a node that is valid to the place where the text stands; whether there was one. */
  #add({ kind, text }: ScannedNode): boolean {
    const stage = this.#outline.stages.at(-1);
    const module = stage?.modules.at(-1);
    switch (kind) {
      case "stage": {
        const head = readAnswer(text, Head.stage, OUTLINE_ALIASES);
        if (head.ok) this.#outline.stages.push({ ...head.value, modules: [] });
        return head.ok;
      }
      case "module": {
        const head = readAnswer(text, Head.module, OUTLINE_ALIASES);
        if (head.ok) stage?.modules.push({ ...head.value, concepts: [] });
        return head.ok && stage !== undefined;
      }
      case "concept": {
        const concept = readAnswer(text, ConceptAnswer, OUTLINE_ALIASES);
        if (concept.ok) module?.concepts.push(concept.value);
        return concept.ok && module !== undefined;
      }
    }
  }
}

function keyOf(event: EventBody): string {
  if (event.type !== "outline_delta") return "";
  const { node } = event;
  const id = node.kind === "stage" ? node.stage_id : node.kind === "module" ? node.module_id : node.concept_id;
  return `${node.kind}/${id}`;
}
