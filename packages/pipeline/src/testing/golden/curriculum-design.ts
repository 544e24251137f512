import type { Language } from "@wayfinder/protocol";
import { outlineObjection } from "../../model-steps/curriculum-design.ts";
import { askForObject } from "../../model/ask.ts";
import { curriculumDesignPrompt } from "../../prompts/curriculum-design.ts";
import { sampleGoal, sampleIntent, sampleOutline } from "../sample-data.ts";
import { json, type GoldenCase } from "./golden-case.ts";

const asked = (language: Language): Pick<GoldenCase, "goal" | "ask"> => {
  const goal = sampleGoal(language);
  const data = { goal, intent: sampleIntent(language) };
  const objection = (outline: Parameters<typeof outlineObjection>[0]) => outlineObjection(outline, goal);
  return {
    goal,
    ask: ({ context, kit }) => askForObject(context, kit, { prompt: curriculumDesignPrompt.newest, data, key: "g", objection }),
  };
};

const stagesOf = (...names: readonly string[]) => [
  { name: "S", modules: [{ name: "M", concepts: names.map((name) => ({ name })) }] },
];

export const DESIGN_GOLDEN: readonly GoldenCase[] = [
  {
    name: "curriculum-design en",
    ...asked("en"),
    accepted: [
      { answer: json(sampleOutline("en")), gives: { title: "Keeping bees" } },
      {
        // a circle and a doubled name are mended by code, the model is not bothered
        answer: json({
          stages: [
            {
              name: "S",
              modules: [
                {
                  name: "M",
                  concepts: [
                    { name: "Castes", prerequisites: ["Brood cycle"] },
                    { name: "Brood cycle", prerequisites: ["Castes"] },
                    { name: "castes" },
                  ],
                },
              ],
            },
          ],
        }),
      },
      {
        answer: json({ phases: [{ title: "S", units: [{ title: "M", lessons: ["Castes", "Brood cycle"] }] }] }),
        gives: { stages: [{ name: "S", modules: [{ name: "M", concepts: [{ name: "Castes" }, { name: "Brood cycle" }] }] }] },
      },
    ],
    refused: [
      { answer: json({ stages: [] }), says: /at least two concepts, this has 0/ },
      { answer: json({ stages: stagesOf("Castes") }), says: /at least two concepts, this has 1/ },
      { answer: json({ stages: stagesOf("Castes", "The castes") }), says: /at least two concepts, this has 1/ },
      { answer: json({ stages: stagesOf("Woodwork", "Castes") }), says: /at least two concepts, this has 1/ },
      { answer: json({ title: "Keeping bees" }), says: /stages/ },
    ],
  },
  {
    name: "curriculum-design zh",
    ...asked("zh"),
    accepted: [
      { answer: json(sampleOutline("zh")), gives: { title: "养蜂" } },
      {
        answer: json({
          阶段: [{ 名称: "准备", 模块: [{ 名称: "蜂群", 知识点: [{ 名称: "三型蜂", 学时: "2小时" }, { 名称: "子脾" }] }] }],
        }),
        gives: { stages: [{ name: "准备", modules: [{ concepts: [{ name: "三型蜂", hours: 2 }, { name: "子脾" }] }] }] },
      },
    ],
    refused: [{ answer: json({ stages: stagesOf("三型蜂") }), says: /至少要有两个概念，这里有 1 个/ }],
  },
];
