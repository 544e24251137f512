import type { Language } from "@wayfinder/protocol";
import { askForObject } from "../../model/ask.ts";
import { quizPrompt } from "../../prompts/quiz.ts";
import { quizObjection } from "../../quiz/quiz-of-answer.ts";
import { sampleGoal, samplePlace } from "../sample-data.ts";
import { json, type GoldenCase } from "./golden-case.ts";

const asked = (language: Language): Pick<GoldenCase, "goal" | "ask"> => {
  const goal = sampleGoal(language);
  const question = {
    prompt: quizPrompt.newest,
    data: { goal, place: samplePlace(language) },
    key: "g",
    objection: quizObjection,
  };
  return { goal, ask: ({ context, kit }) => askForObject(context, kit, question) };
};

interface Wording {
  readonly right: string;
  readonly wrong: readonly string[];
}

const quiz = (n: number, { right, wrong }: Wording, because: string) =>
  json({
    items: Array.from({ length: n }, (_, at) => ({
      question: `${at + 1}?`,
      options: [{ text: right, right: true }, ...wrong.map((text) => ({ text, right: false }))],
      explanation: because,
    })),
  });

const EN: Wording = { right: "only a queen lays them", wrong: ["drones carry them in", "workers build them"] };
const ZH: Wording = { right: "只有蜂王产卵", wrong: ["雄蜂带来的", "工蜂做出来的"] };

export const QUIZ_GOLDEN: readonly GoldenCase[] = [
  {
    name: "quiz en",
    ...asked("en"),
    accepted: [
      { answer: quiz(4, EN, "Eggs hatch after three days."), gives: { items: [{ options: [{ text: EN.right, right: true }] }] } },
      {
        answer: quiz(3, EN, "Eggs hatch after three days.")
          .replaceAll('"right":true', '"correct":"yes"')
          .replaceAll('"right":', '"correct":'),
      },
    ],
    refused: [
      { answer: quiz(2, EN, "Because."), says: /Only 2 of its items can be graded; 3 are needed/ },
      { answer: quiz(4, { ...EN, wrong: [] }, "Because."), says: /Only 0 of its items/ },
      { answer: quiz(4, { ...EN, wrong: [EN.right] }, "Because."), says: /Only 0 of its items/ },
      { answer: quiz(4, EN, " "), says: /explanation/ },
      { answer: quiz(4, { ...EN, wrong: ["bees", "wax"] }, "Because."), says: /much longer than the others/ },
    ],
  },
  {
    name: "quiz zh",
    ...asked("zh"),
    accepted: [{ answer: quiz(3, ZH, "卵三天孵化。"), gives: { items: [{ explanation: "卵三天孵化。" }] } }],
    refused: [
      { answer: quiz(3, { ...ZH, wrong: ["蜜", "蜡"] }, "卵三天孵化。"), says: /much longer than the others/ },
      { answer: json({ items: [] }), says: /Only 0 of its items/ },
    ],
  },
];
