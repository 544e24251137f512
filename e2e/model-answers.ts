import type { ScriptedRequest } from "@wayfinder/llm/testing/scripted-model-server";

/** What a prompt asks for, read from its words: a whole system has no other way to say. */
export interface Question {
  readonly about: "intent" | "outline" | "critique" | "edits" | "tutorial" | "resources" | "quiz";
  /** The learner's goal; where only JSON is to be mended, the one marked in it by `markOf`. */
  readonly goal: string;
  /** Name of the concept whose content is asked for. */
  readonly concept: string | null;
  /** Tells this question from every other: the same question asked again has the same. */
  readonly text: string;
}

/** Reads a request in any mode that names its schema; free text is a tutorial. */
export function questionOf({ schema_name, prompt }: Pick<ScriptedRequest, "schema_name" | "prompt">): Question {
  const about = (schema_name ?? "tutorial") as Question["about"];
  const [, goal = ""] = /<data name="goal">\n([\s\S]*?)\n<\/data>/.exec(prompt) ?? /⟦(.*?)⟧/.exec(prompt) ?? [];
  const concept = /^Concept: (.*)$/m.exec(prompt)?.[1] ?? null;
  return { about, goal, concept, text: `${about} ${prompt}` };
}

/** A mark inside a bad answer, by which whoever is asked to mend it knows whose it is. */
export const markOf = (goal: string): string => `⟦${goal}⟧`;

const concept = (name: string, needs: string | undefined) => ({
  name,
  description: `What ${name} is and what it is for.`,
  hours: 2,
  difficulty: "easy",
  prerequisites: needs === undefined ? [] : [needs],
  outcomes: [`Can do ${name}`],
});

/** A sound outline: two concepts a module, one module a stage, each concept building on the one before. */
export function outlineOf(names: readonly string[]): object {
  const pairs = Array.from({ length: Math.ceil(names.length / 2) }, (_, n) => names.slice(2 * n, 2 * n + 2));
  const before = (name: string) => names[names.indexOf(name) - 1];
  return {
    title: "Bread",
    outcomes: [{ text: "Bake a loaf", concepts: [names.at(-1)] }],
    stages: pairs.map((pair, n) => ({
      name: `Stage ${n + 1}`,
      description: `Part ${n + 1} of the way.`,
      modules: [
        { name: `Module ${n + 1}`, description: "One theme.", concepts: pair.map((name) => concept(name, before(name))) },
      ],
    })),
  };
}

const FLAVOURS = ["salt", "water", "flour", "yeast"];
const quiz = (name: string) => ({
  items: [1, 2, 3, 4].map((n) => ({
    type: "single",
    question: `Question ${n} on ${name}?`,
    options: FLAVOURS.map((flavour, at) => ({ text: `${flavour} ${n}`, right: at === 0 })),
    explanation: "Because bread is made like that.",
  })),
});

const tutorial = (name: string) => `## ${name}: why it matters

A starter is flour and water in which wild yeast lives. Whoever keeps one alive never buys yeast again, and the bread keeps longer.

## A worked example

\`\`\`python
flour, water = 50, 50
print(flour + water)
\`\`\`

Feed it once a day, at the same hour. It is ready when it doubles within six hours. Now do the same with ${name}.
`;

/** Concepts of a roadmap of the usual size here; four of them make twelve units. */
export const FOUR: readonly string[] = ["Flour", "Starter care", "Shaping", "Baking"];

/** What a good model answers: a small, sound roadmap of the given concepts, with all its content. */
export function goodAnswer({ about, goal, concept: name }: Question, concepts: readonly string[] = FOUR): string {
  switch (about) {
    case "tutorial":
      return tutorial(name ?? "bread");
    case "intent":
      return JSON.stringify({ parsed_goal: goal.slice(0, 60) || "Bake bread", hours: 20, assumptions: ["an oven at home"] });
    case "outline":
      return JSON.stringify(outlineOf(concepts));
    case "critique":
      return JSON.stringify({ scores: { completeness: 90, progression: 85 }, findings: [] });
    case "edits":
      return JSON.stringify({ summary: "Nothing to change.", operations: [] });
    case "resources":
      return JSON.stringify({ resources: [{ title: `${name} by hand`, kind: "book", find: `${name} by hand book` }] });
    case "quiz":
      return JSON.stringify(quiz(name ?? "bread"));
  }
}
