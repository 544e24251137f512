import type { Goal } from "@wayfinder/protocol";
import { z } from "zod";
import { AnyLine, AnyParagraph, Line, Paragraph } from "../answer/answer-text.ts";
import { learnerData } from "./learner-data.ts";
import { promptFamily } from "./prompt-family.ts";
import { answerIn, type ObjectPrompt } from "./prompt.ts";

/** What a model understood of a goal. */
export const IntentAnswer = z.object({
  parsed_goal: Paragraph.describe("The goal in at most 12 words, as a title of the roadmap."),
  path_type: z.string().optional().describe("quick_start, deep_dive, career_transition or skill_upgrade."),
  difficulty: z.string().optional().describe("easy, medium or hard, for this learner."),
  hours: z.number().optional().describe("Likely hours of study to reach the goal from where the learner stands."),
  key_technologies: z.array(AnyLine).optional(),
  focus: z.array(AnyLine).optional().describe("What the roadmap must dwell on, most important first; 2 to 6."),
  profile_summary: AnyParagraph.optional().describe("One or two sentences about the learner, addressed to them."),
  skill_gaps: z.array(AnyLine).optional().describe("What lies between the learner and the goal; 2 to 6."),
  suggestions: z.array(AnyLine).optional().describe("Advice on how to go about it; 1 to 4."),
  assumptions: z
    .array(AnyLine)
    .optional()
    .describe("Everything you assumed that the learner did not say; each can be corrected."),
  questions: z
    .array(z.object({ question: Line, options: z.array(AnyLine).optional() }))
    .optional()
    .describe("At most 3 questions whose answers would change the roadmap. None if the goal is clear."),
});
export type IntentAnswer = z.infer<typeof IntentAnswer>;

export const intentAnalysisPrompt = promptFamily<ObjectPrompt<Goal, IntentAnswer>>({
  id: "intent-analysis",
  version: "1.0.0",
  role: "analyst",
  name: "intent",
  answer: IntentAnswer,
  aliases: {
    parsed_goal: ["goal", "title", "summary", "目标"],
    hours: ["total_hours", "estimated_hours", "time"],
    key_technologies: ["technologies", "tools", "topics"],
    focus: ["focus_areas"],
    skill_gaps: ["gaps"],
    question: ["text"],
  },
  max_output_tokens: 2_000,
  system: [
    "You are an experienced study adviser. You read what a person wants to learn and say what you understood, so that a curriculum can be designed for exactly this person.",
    "Take their level, background and known skills at their word. Where they contradict each other, trust the more specific one and name the contradiction among the assumptions.",
    "Answer with one JSON object.",
  ].join("\n"),
  render: (goal) => `${learnerData(goal)}\n\nWhat does this person want, and where do they stand? ${answerIn(goal.language)}`,
  requirements: [
    "parsed_goal says the goal of the learner, not a broader or narrower one",
    "known skills are not among the gaps",
    "assumptions name what was not said",
    "the answer is in the learner's language",
  ],
});
