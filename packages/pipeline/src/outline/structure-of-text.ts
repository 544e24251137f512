import type { Finding, Goal, Repair, Roadmap } from "@wayfinder/protocol";
import { readAnswer } from "../answer/read-answer.ts";
import { draftOfOutline } from "./draft-of-outline.ts";
import { OUTLINE_ALIASES, OutlineAnswer } from "./outline-answer.ts";
import { passGate } from "./sound-draft.ts";

/** What code makes of an architect's raw answer without asking a model again. */
export type Structure =
  | { readonly ok: true; readonly roadmap: Roadmap; readonly repairs: readonly Repair[]; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly problem: string };

/** Reads an outline and passes it through the gate; `findings` tells what code could not mend, `problem` why there is no outline. */
export function structureOfText(text: string, goal: Goal): Structure {
  const read = readAnswer(text, OutlineAnswer, OUTLINE_ALIASES);
  if (!read.ok) return { ok: false, problem: read.problem };
  const { draft, repairs, optional } = draftOfOutline(read.value, goal);
  const gate = passGate({ draft, goal, optional, roadmap_id: "draft", version: 1 });
  return { ok: true, roadmap: gate.roadmap, repairs: [...repairs, ...gate.repairs], findings: gate.findings };
}
