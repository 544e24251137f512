import type { Language } from "@wayfinder/protocol";
import { askForObject } from "../../model/ask.ts";
import { structureCritiquePrompt } from "../../prompts/structure-critique.ts";
import { sampleGoal, sampleIntent, sampleRoadmap } from "../sample-data.ts";
import { json, type GoldenCase } from "./golden-case.ts";

const asked = (language: Language): Pick<GoldenCase, "goal" | "ask"> => {
  const goal = sampleGoal(language);
  const data = { goal, intent: sampleIntent(language), roadmap: sampleRoadmap(language) };
  return {
    goal,
    ask: ({ context, kit }) => askForObject(context, kit, { prompt: structureCritiquePrompt.newest, data, key: "g" }),
  };
};

export const CRITIQUE_GOLDEN: readonly GoldenCase[] = [
  {
    name: "structure-critique en",
    ...asked("en"),
    accepted: [
      { answer: json({ scores: { completeness: 80 } }), gives: { scores: { completeness: 80 } } },
      {
        answer: json({
          ratings: { progression: "75" },
          issues: [{ type: "wrong_order", text: "Harvest is early.", ids: "harvest" }],
        }),
        gives: {
          scores: { progression: 75 },
          findings: [{ kind: "wrong_order", message: "Harvest is early.", ids: ["harvest"] }],
        },
      },
    ],
    refused: [
      { answer: json({ findings: [] }), says: /scores/ },
      { answer: json({ scores: {}, findings: [{ kind: "off_goal", message: "" }] }), says: /findings\.0\.message/ },
      { answer: "Looks great to me. 10/10.", says: /no JSON object/ },
    ],
  },
  {
    name: "structure-critique zh",
    ...asked("zh"),
    accepted: [
      {
        answer: json({ scores: {}, findings: [{ kind: "missing_concept", serious: "是", message: "缺少病害防治。" }] }),
        gives: { findings: [{ serious: true, message: "缺少病害防治。" }] },
      },
    ],
    refused: [{ answer: json({ 评价: "很好" }), says: /scores/ }],
  },
];
