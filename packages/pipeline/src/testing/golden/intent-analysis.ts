import type { Language } from "@wayfinder/protocol";
import { askForObject } from "../../model/ask.ts";
import { intentAnalysisPrompt } from "../../prompts/intent-analysis.ts";
import { sampleGoal } from "../sample-data.ts";
import { json, type GoldenCase } from "./golden-case.ts";

const asked = (language: Language): Pick<GoldenCase, "goal" | "ask"> => {
  const goal = sampleGoal(language);
  return {
    goal,
    ask: ({ context, kit }) => askForObject(context, kit, { prompt: intentAnalysisPrompt.newest, data: goal, key: "g" }),
  };
};

export const INTENT_GOLDEN: readonly GoldenCase[] = [
  {
    name: "intent-analysis en",
    ...asked("en"),
    accepted: [
      {
        answer: json({
          parsed_goal: "Keep one colony through a year",
          hours: 40,
          focus: ["inspections"],
          assumptions: ["a garden"],
        }),
        gives: { parsed_goal: "Keep one colony through a year", hours: 40, focus: ["inspections"] },
      },
      {
        answer: `<think>They want bees.</think>\n\`\`\`json\n${json({ Goal: "Keep bees", total_hours: "about 40", gaps: "hygiene, law" })}\n\`\`\``,
        gives: { parsed_goal: "Keep bees", skill_gaps: ["hygiene", "law"] },
      },
    ],
    refused: [
      { answer: json({ hours: 40 }), says: /parsed_goal/ },
      { answer: json({ parsed_goal: "   ", hours: 40 }), says: /parsed_goal/ },
      { answer: "I would love to help you keep bees! Where do you live?", says: /no JSON object/ },
    ],
  },
  {
    name: "intent-analysis zh",
    ...asked("zh"),
    accepted: [
      {
        answer: json({ 目标: "学会养一群中蜂", skill_gaps: "看懂巢脾、防治病害" }),
        gives: { skill_gaps: ["看懂巢脾", "防治病害"] },
      },
    ],
    refused: [
      { answer: json({ parsed_goal: "" }), says: /parsed_goal/ },
      { answer: "抱歉，我无法回答这个问题。", says: /no JSON object/ },
    ],
  },
];
