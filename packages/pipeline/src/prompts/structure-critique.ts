import { CRITIC_DIMENSIONS, type Goal, type Intent, type Roadmap } from "@wayfinder/protocol";
import { z } from "zod";
import { Line } from "../answer/answer-text.ts";
import { learnerData } from "./learner-data.ts";
import { outlineText } from "./outline-text.ts";
import { promptFamily } from "./prompt-family.ts";
import { answerIn, dataBlock, type ObjectPrompt } from "./prompt.ts";

export interface CritiqueData {
  readonly goal: Goal;
  readonly intent: Intent;
  readonly roadmap: Roadmap;
}

/** The closed list of what a critic may find; anything else it says is left away. */
export const FINDING_KINDS = [
  "missing_concept",
  "missing_prerequisite",
  "wrong_prerequisite",
  "wrong_order",
  "too_large_concept",
  "too_small_concept",
  "off_goal",
  "known_already",
  "unclear_name",
  "mixed_module",
  "hours_unrealistic",
] as const;

export const CritiqueAnswer = z.object({
  scores: z
    .object(
      Object.fromEntries(CRITIC_DIMENSIONS.map((d) => [d, z.number().optional()])) as Record<
        (typeof CRITIC_DIMENSIONS)[number],
        z.ZodOptional<z.ZodNumber>
      >,
    )
    .describe("0 to 100 for each dimension."),
  findings: z
    .array(
      z.object({
        kind: z.string().describe(FINDING_KINDS.join(", ")),
        serious: z.boolean().optional().describe("True if the learner would get stuck or miss the goal."),
        message: Line.describe("What is wrong and how to mend it, in one sentence."),
        ids: z.array(z.string()).optional().describe("Ids of the concepts, modules or stages it is about."),
      }),
    )
    .optional(),
});
export type CritiqueAnswer = z.infer<typeof CritiqueAnswer>;

export const structureCritiquePrompt = promptFamily<ObjectPrompt<CritiqueData, CritiqueAnswer>>({
  id: "structure-critique",
  version: "1.0.0",
  role: "critic",
  name: "critique",
  answer: CritiqueAnswer,
  aliases: {
    scores: ["dimensions", "ratings"],
    findings: ["issues", "problems"],
    kind: ["type", "category"],
    message: ["description", "text"],
    ids: ["concept_ids", "targets"],
  },
  max_output_tokens: 4_000,
  system: [
    "You review curricula made by others: strict, concrete, and only about what matters to the learner.",
    "Judge completeness (the goal is reached), progression (each step follows from those before), stage coherence, module clarity, and alignment with this learner.",
    `Findings are of these kinds only: ${FINDING_KINDS.join(", ")}. No finding is better than a weak one. At most 12.`,
    "Order, cycles, duplicates and the fit into weeks have been checked by code; do not look for them.",
    "Answer with one JSON object.",
  ].join("\n"),
  render: ({ goal, intent, roadmap }) =>
    [
      learnerData(goal),
      `Goal as understood: ${intent.parsed_goal}`,
      dataBlock("roadmap", outlineText(roadmap)),
      `Review this roadmap. ${answerIn(goal.language)}`,
    ].join("\n\n"),
  requirements: ["findings point at ids that exist", "serious findings are serious", "scores agree with the findings"],
});
