import type { Language } from "@wayfinder/protocol";
import { editObjection } from "../../model-steps/edited-roadmap.ts";
import { askForObject } from "../../model/ask.ts";
import { roadmapEditPrompt, type EditAnswer } from "../../prompts/roadmap-edit.ts";
import { sampleGoal, sampleRoadmap } from "../sample-data.ts";
import { json, type GoldenCase } from "./golden-case.ts";

const asked = (language: Language): Pick<GoldenCase, "goal" | "ask"> => {
  const goal = sampleGoal(language);
  const roadmap = sampleRoadmap(language);
  const data = { goal, roadmap, findings: [], wishes: [language === "zh" ? "多讲越冬" : "more on winter"] };
  const objection = (answer: EditAnswer) => editObjection(answer, { goal, roadmap });
  return {
    goal,
    ask: ({ context, kit }) => askForObject(context, kit, { prompt: roadmapEditPrompt.newest, data, key: "g", objection }),
  };
};

const remove = (kind: string, ...ids: readonly string[]) => json({ operations: ids.map((id) => ({ op: "remove", kind, id })) });

export const EDIT_GOLDEN: readonly GoldenCase[] = [
  {
    name: "roadmap-edit en",
    ...asked("en"),
    accepted: [
      { answer: json({ summary: "Nothing to do.", operations: [] }), gives: { summary: "Nothing to do." } },
      {
        answer: json({
          edits: [{ action: "add", kind: "concept", parent: "winter", node: { title: "Winter feed", requires: ["Wintering"] } }],
        }),
        gives: { operations: [{ op: "add", into: "winter", fields: { name: "Winter feed", prerequisites: ["Wintering"] } }] },
      },
      {
        answer: json({
          operations: [
            { op: "add", kind: "module", into: "the-year", fields: { name: "Swarms" } },
            { op: "add", kind: "concept", into: "Swarms", fields: { name: "Catching a swarm" } },
          ],
        }),
      },
    ],
    refused: [
      { answer: remove("stage", "before-the-bees", "the-year"), says: /These edits would break the roadmap/ },
      { answer: remove("concept", "no-such-concept"), says: /no concept “no-such-concept”/ },
      {
        answer: json({ operations: [{ op: "add", kind: "module", into: "the-year", fields: { name: "Swarms" } }] }),
        says: /“Swarms” would be empty/,
      },
      {
        answer: json({ operations: [{ op: "add", kind: "concept", into: "winter", fields: { name: "Woodwork" } }] }),
        says: /knows this already, leave it out: “Woodwork”/,
      },
      { answer: json({ summary: "I rewrote it all." }), says: /operations/ },
      { answer: "# Keeping bees\n1. Castes\n2. Brood cycle", says: /no JSON object/ },
    ],
  },
  {
    name: "roadmap-edit zh",
    ...asked("zh"),
    accepted: [
      {
        answer: json({
          summary: "加了一课。",
          operations: [{ op: "add", kind: "concept", into: "管理", fields: { 名称: "越冬饲喂" } }],
        }),
        gives: { summary: "加了一课。", operations: [{ fields: { name: "越冬饲喂" } }] },
      },
    ],
    refused: [{ answer: remove("stage", "准备", "一年"), says: /These edits would break the roadmap/ }],
  },
];
