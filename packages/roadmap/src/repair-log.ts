import type { Language, Repair } from "@wayfinder/protocol";
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

/** Collects repairs in the language of the draft. */
export class RepairLog {
  readonly repairs: Repair[] = [];
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  add(repair: { rule: string; action: RepairAction; ids: string[]; en: string; zh: string }): void {
    const { rule, action, ids, en, zh } = repair;
    this.repairs.push({ rule, action, message: say(this.#language, en, zh), ids });
  }
}
