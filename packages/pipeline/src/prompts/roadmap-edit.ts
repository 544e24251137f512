import type { Goal, Roadmap } from "@wayfinder/protocol";
import { z } from "zod";
import { AnyParagraph } from "../answer/answer-text.ts";
import { ConceptAnswer, OUTLINE_ALIASES } from "../outline/outline-answer.ts";
import { learnerData } from "./learner-data.ts";
import { outlineText } from "./outline-text.ts";
import { promptFamily } from "./prompt-family.ts";
import { answerIn, dataBlock, type ObjectPrompt } from "./prompt.ts";

export interface EditData {
  readonly goal: Goal;
  readonly roadmap: Roadmap;
  /** A critic's findings, one per line. */
  readonly findings: readonly string[];
  /** What the person wants, in their words. */
  readonly wishes: readonly string[];
}

/** One edit as a model writes it; concepts are named by id, new ones by name. Fields that an edit does not need are absent. */
export const EditOperation = z.object({
  op: z.string().describe("add, remove, change, move, merge or split."),
  kind: z.string().optional().describe("stage, module or concept; for add, remove, change and move."),
  id: z.string().optional().describe("What is removed, changed, moved or split."),
  ids: z.array(z.string()).optional().describe("merge: the concepts that become part of `into`."),
  into: z
    .string()
    .optional()
    .describe(
      "add: id of the module (for a concept) or stage (for a module). move: the new parent's id. merge: the concept that stays.",
    ),
  after: z.string().optional().describe("add, move: id of the sibling it comes after; without it at the end."),
  fields: ConceptAnswer.partial().optional().describe("add, change, merge: the new values; prerequisites by id or name."),
  parts: z.array(ConceptAnswer).optional().describe("split: at least two concepts in study order."),
});
export type EditOperation = z.infer<typeof EditOperation>;

export const EditAnswer = z.object({
  summary: AnyParagraph.optional().describe("One or two sentences for the learner: what you changed and why."),
  operations: z.array(EditOperation),
});
export type EditAnswer = z.infer<typeof EditAnswer>;

export const roadmapEditPrompt = promptFamily<ObjectPrompt<EditData, EditAnswer>>({
  id: "roadmap-edit",
  version: "1.0.0",
  role: "editor",
  name: "edits",
  answer: EditAnswer,
  aliases: {
    ...OUTLINE_ALIASES,
    operations: ["edits", "changes", "patch", "patches", "actions"],
    op: ["operation", "action", "type"],
    fields: ["node", "values", "changes", "concept"],
    into: ["parent", "parent_id", "to", "target"],
    id: ["target_id", "concept_id", "module_id", "stage_id"],
  },
  max_output_tokens: 8_000,
  system: [
    "You edit a roadmap by small operations; code applies them. You never rewrite the whole: what nobody complained about stays as it is, under its id.",
    "Operations: add (kind, into, fields, after), remove (kind, id), change (kind, id, fields), move (kind, id, into, after), merge (ids, into), split (id, parts).",
    "Do what the learner wishes first; then mend the findings. If a wish cannot be met by editing this roadmap, do the nearest sensible thing and say so in the summary.",
    "Answer with one JSON object.",
  ].join("\n"),
  render: ({ goal, roadmap, findings, wishes }) =>
    [
      learnerData(goal),
      dataBlock("roadmap", outlineText(roadmap)),
      findings.length > 0 ? dataBlock("findings", findings.join("\n")) : "",
      wishes.length > 0 ? dataBlock("wishes", wishes.join("\n")) : "",
      `Edit the roadmap. ${answerIn(goal.language)}`,
    ]
      .filter((part) => part !== "")
      .join("\n\n"),
  requirements: ["meets each wish or says why not", "touches nothing without need", "operations name ids that exist"],
});
