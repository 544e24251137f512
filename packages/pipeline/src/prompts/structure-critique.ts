import { beginningOf, TEXT_LIMITS, type Goal, type Intent, type Roadmap } from "@wayfinder/protocol";
import { CritiqueAnswer, FINDING_KINDS } from "./critique-answer.ts";
import { learnerData } from "./learner-data.ts";
import { outlineText } from "./outline-text.ts";
import { promptFamily } from "./prompt-family.ts";
import { structureCritique10 } from "./structure-critique-1-0.ts";
import { answerIn, dataBlock, type ObjectPrompt } from "./prompt.ts";

export interface CritiqueData {
  readonly goal: Goal;
  readonly intent: Intent;
  readonly roadmap: Roadmap;
}

const structureCritique11: ObjectPrompt<CritiqueData, CritiqueAnswer> = {
  id: "structure-critique",
  version: "1.1.0",
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
      // a model's words about a learner's: neither is an instruction (PL10)
      dataBlock("goal_as_understood", beginningOf(intent.parsed_goal, TEXT_LIMITS.name)),
      dataBlock("roadmap", outlineText(roadmap)),
      `Review this roadmap. ${answerIn(goal.language)}`,
    ].join("\n\n"),
  requirements: ["findings point at ids that exist", "serious findings are serious", "scores agree with the findings"],
};

export const structureCritiquePrompt = promptFamily<ObjectPrompt<CritiqueData, CritiqueAnswer>>(
  structureCritique10,
  structureCritique11,
);
