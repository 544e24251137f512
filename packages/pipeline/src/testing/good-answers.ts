import type { ModelRequest } from "../model/model.ts";

const concept = (name: string, prerequisites: readonly string[] = []) => ({
  name,
  description: `What ${name} is and what it is for.`,
  hours: 2,
  difficulty: "easy",
  prerequisites,
  outcomes: [`Can do ${name}`],
});

const OUTLINE = {
  title: "Sourdough",
  outcomes: [{ text: "Bake a loaf", concepts: ["Baking"] }],
  stages: [
    { name: "Begin", modules: [{ name: "Starter", concepts: [concept("Flour"), concept("Starter care", ["Flour"])] }] },
    {
      name: "Bake",
      modules: [{ name: "Loaf", concepts: [concept("Shaping", ["Starter care"]), concept("Baking", ["Shaping"])] }],
    },
  ],
};

const QUIZ = {
  items: [1, 2, 3].map((n) => ({
    type: "single",
    question: `Question ${n}?`,
    options: [
      { text: `right ${n}`, right: true },
      { text: `wrong ${n}`, right: false, misconception: "a belief" },
      { text: `other ${n}`, right: false },
    ],
    explanation: "Because.",
  })),
};

const TUTORIAL = `## Why it matters

A starter is flour and water in which wild yeast lives. Whoever keeps one alive never buys yeast again, and the bread keeps longer.

## A worked example

\`\`\`python
flour, water = 50, 50
print(flour + water)
\`\`\`

Feed it once a day, at the same hour. It is ready when it doubles within six hours.
`;

const BY_SCHEMA: Readonly<Record<string, unknown>> = {
  intent: { parsed_goal: "Bake sourdough bread", hours: 20, assumptions: ["an oven at home"], focus: ["starter"] },
  outline: OUTLINE,
  critique: { scores: { completeness: 90 }, findings: [] },
  edits: { operations: [] },
  resources: { resources: [{ title: "Flour Water Salt Yeast", kind: "book", find: "Flour Water Salt Yeast book" }] },
  quiz: QUIZ,
};

/** What a good model answers to each of our questions: a small, sound roadmap on bread. */
export function goodAnswers({ schema }: ModelRequest): string {
  return schema ? JSON.stringify(BY_SCHEMA[schema.name]) : TUTORIAL;
}
