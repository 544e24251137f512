import type { Goal } from "@wayfinder/protocol";
import { readAnswer } from "../answer/read-answer.ts";
import { DraftBuilder } from "./draft-builder.ts";
import { ConceptAnswer, ModuleAnswer, OUTLINE_ALIASES, StageAnswer } from "./outline-answer.ts";
import { conceptEvent, moduleEvent, stageEvent, type OutlineDelta } from "./outline-events.ts";
import { OutlineScanner, type ScannedNode } from "./outline-scanner.ts";

const StageHead = StageAnswer.omit({ modules: true });
const ModuleHead = ModuleAnswer.omit({ concepts: true });

/**
 * Turns the text of an outline into events while it arrives: each stage, module and concept once, as soon as it is whole and valid.
 *
 * It builds with the same builder as the whole answer will, so that ids are the same then.
 */
export class OutlineStream {
  readonly #scanner = new OutlineScanner();
  readonly #builder: DraftBuilder;
  /** What was told, as text, for comparison with the whole. */
  readonly told: string[] = [];

  constructor(goal: Goal) {
    this.#builder = new DraftBuilder(goal);
  }

  push(delta: string): OutlineDelta[] {
    const events = this.#scanner.push(delta).flatMap((node) => this.#event(node) ?? []);
    this.told.push(...events.map((event) => JSON.stringify(event)));
    return events;
  }

  #event({ kind, text }: ScannedNode): OutlineDelta | null {
    switch (kind) {
      case "stage": {
        const head = readAnswer(text, StageHead, OUTLINE_ALIASES);
        return head.ok ? stageEvent(this.#builder.stage(head.value)) : null;
      }
      case "module": {
        const head = readAnswer(text, ModuleHead, OUTLINE_ALIASES);
        const made = head.ok ? this.#builder.module(head.value) : null;
        return made && moduleEvent(made.module, made.stage_id);
      }
      case "concept": {
        const answer = readAnswer(text, ConceptAnswer, OUTLINE_ALIASES);
        const made = answer.ok ? this.#builder.concept(answer.value) : null;
        return made && conceptEvent(made.concept, made.module_id);
      }
    }
  }
}
