import type { Language } from "@wayfinder/protocol";
import { askForObject } from "../../model/ask.ts";
import { resourcesPrompt } from "../../prompts/resources.ts";
import { sampleGoal, samplePlace } from "../sample-data.ts";
import { resourcesObjection } from "../../resources/find-resources.ts";
import { json, type GoldenCase } from "./golden-case.ts";

const asked = (language: Language): Pick<GoldenCase, "goal" | "ask"> => {
  const goal = sampleGoal(language);
  const data = { goal, place: samplePlace(language) };
  return {
    goal,
    ask: ({ context, kit }) =>
      askForObject(context, kit, { prompt: resourcesPrompt.newest, data, key: "g", objection: resourcesObjection }),
  };
};

export const RESOURCES_GOLDEN: readonly GoldenCase[] = [
  {
    name: "resources en",
    ...asked("en"),
    accepted: [
      {
        answer: json({ resources: [{ title: "A book on hives", kind: "book" }] }),
        gives: { resources: [{ title: "A book on hives" }] },
      },
      {
        answer: json({ links: [{ name: "A guide", href: "https://bees.example/guide", author: "A society" }] }),
        gives: { resources: [{ title: "A guide", url: "https://bees.example/guide", publisher: "A society" }] },
      },
    ],
    refused: [
      { answer: json({ resources: [] }), says: /names no resource/ },
      { answer: json({ resources: [{ url: "https://bees.example/" }] }), says: /resources\.0\.title/ },
      { answer: "1. A book on hives\n2. https://bees.example/", says: /no JSON object/ },
    ],
  },
  {
    name: "resources zh",
    ...asked("zh"),
    accepted: [
      { answer: json({ items: ["一本养蜂的书"] }), gives: { resources: [{ title: "一本养蜂的书" }] } },
      {
        answer: json({ resources: [{ title: "一本养蜂的书", language: "zh", find: "养蜂 入门 书" }] }),
        gives: { resources: [{ title: "一本养蜂的书", find: "养蜂 入门 书" }] },
      },
    ],
    refused: [{ answer: json({ resources: [{ title: "" }] }), says: /resources\.0\.title/ }],
  },
];
