import { CRITIC_DIMENSIONS } from "@wayfinder/protocol";
import { z } from "zod";
import { Line } from "../answer/answer-text.ts";

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
