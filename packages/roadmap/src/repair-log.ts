import type { Finding, Language, Repair } from "@wayfinder/protocol";
import { say } from "./say.ts";

/** What was done, for programs; the message says it for people. */
export type RepairAction =
  | "duplicate_merged"
  | "edge_cut"
  | "edge_dropped"
  | "edge_resolved"
  | "hours_clamped"
  | "id_fixed"
  | "moved"
  | "node_dropped"
  | "operation_ignored"
  | "order_fixed"
  | "outcome_attached"
  | "outcome_fixed"
  | "text_filled";

/** A sentence in both languages. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** What was done; `refusal` says why it cannot be had, to whom asked for nothing but that. */
interface Deed extends Words {
  readonly rule: string;
  readonly action: RepairAction;
  readonly ids: string[];
  readonly refusal?: Words | undefined;
}

/** Collects repairs in the language of the draft. */
export class RepairLog {
  readonly repairs: Repair[] = [];
  /** The same told to somebody whose edit came to nothing by it. */
  readonly refusals: Finding[] = [];
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  add({ rule, action, ids, en, zh, refusal }: Deed): void {
    this.repairs.push({ rule, action, message: say(this.#language, en, zh), ids });
    if (refusal) this.refusals.push({ rule, message: say(this.#language, refusal.en, refusal.zh), ids });
  }
}
