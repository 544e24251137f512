import { z } from "zod";
import { AnyLine, Line, Paragraph } from "../answer/answer-text.ts";
import { contentData, type ContentData } from "./concept-data.ts";
import { promptFamily } from "./prompt-family.ts";
import { answerIn, type ObjectPrompt } from "./prompt.ts";

export const QuizAnswer = z.object({
  items: z.array(
    z.object({
      type: z.string().optional().describe("single, multiple or true-false."),
      question: Paragraph,
      options: z.array(
        z.object({
          text: Line,
          right: z.boolean().describe("Whether this option is right."),
          misconception: AnyLine.optional().describe("For a wrong option: what somebody believes who chooses it."),
        }),
      ),
      explanation: Paragraph.describe("Why the right answer is right."),
    }),
  ),
});
export type QuizAnswer = z.infer<typeof QuizAnswer>;

export const quizPrompt = promptFamily<ObjectPrompt<ContentData, QuizAnswer>>({
  id: "quiz",
  version: "1.0.0",
  role: "examiner",
  name: "quiz",
  answer: QuizAnswer,
  aliases: {
    items: ["questions", "quiz"],
    question: ["prompt", "stem"],
    options: ["choices", "answers"],
    text: ["option", "label", "value"],
    right: ["correct", "is_correct", "answer"],
    explanation: ["rationale", "reason"],
  },
  max_output_tokens: 4_000,
  system: [
    "You write quiz items that tell whether somebody has understood, not whether they have read.",
    "4 to 6 items. Each tests an outcome of the concept. Single choice has four options of like length and exactly one right; multiple choice at least one right and one wrong; true-false two options.",
    "Wrong options are what people really believe; none is silly, none is longer or vaguer than the right one. Never “all of the above”.",
    "Answer with one JSON object.",
  ].join("\n"),
  render: (data) => `${contentData(data)}\n\nWrite the quiz. ${answerIn(data.goal.language)}`,
  requirements: ["one right key unless the type says so", "explanations explain", "wrong options are plausible"],
});
