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

/** Whether an answer about this is to be in Chinese. */
const isChinese = (words: string): boolean => /\p{Script=Han}/u.test(words);

const concept = (name: string, needs?: string) => ({
  name,
  description: isChinese(name) ? `${name}是什么，用来做什么。` : `What ${name} is and what it is for.`,
  hours: 2,
  difficulty: "easy",
  prerequisites: needs === undefined ? [] : [needs],
  outcomes: [isChinese(name) ? `会${name}` : `Can do ${name}`],
});

/** The name of a stage whose first concept is the given one. */
export const stageOf = (name: string): string => (isChinese(name) ? `从${name}开始` : `Beginning with ${name}`);

/** A sound outline: two concepts a module, one module a stage, each concept building on the one before. */
function outlineOf(names: readonly string[]): object {
  const pairs = Array.from({ length: Math.ceil(names.length / 2) }, (_, n) => names.slice(2 * n, 2 * n + 2));
  const before = (name: string) => names[names.indexOf(name) - 1];
  const [first = ""] = names;
  const say = (english: string, chinese: string) => (isChinese(first) ? chinese : english);
  return {
    title: say("Bread", "面包"),
    outcomes: [{ text: say("Bake a loaf", "会烤一个面包"), concepts: [names.at(-1)] }],
    stages: pairs.map((pair, n) => ({
      name: stageOf(pair[0] ?? ""),
      description: say(`Part ${n + 1} of the way.`, `路上的第 ${n + 1} 段。`),
      modules: [
        {
          name: say(`Module ${n + 1}`, `模块 ${n + 1}`),
          description: say("One theme.", "一个主题。"),
          concepts: pair.map((name) => concept(name, before(name))),
        },
      ],
    })),
  };
}

/** Adds the named concept to the first module of the roadmap in the prompt. */
function additionTo(prompt: string, name: string): object {
  const into = /^ *module (\S+): /m.exec(prompt)?.[1];
  return {
    summary: isChinese(name) ? `加了${name}。` : `Added ${name}.`,
    operations: [{ op: "add", kind: "concept", into, fields: concept(name) }],
  };
}

const FLAVOURS = ["salt", "water", "flour", "yeast"];
const quiz = (name: string) => ({
  items: [1, 2, 3, 4].map((n) => ({
    type: "single",
    question: isChinese(name) ? `关于${name}的第 ${n} 题？` : `Question ${n} on ${name}?`,
    options: FLAVOURS.map((flavour, at) => ({ text: `${flavour} ${n}`, right: at === 0 })),
    explanation: isChinese(name) ? "面包就是这样做的。" : "Because bread is made like that.",
  })),
});

/** What is assumed of a learner with this goal. */
const assumptionOf = (goal: string): string => (isChinese(goal) ? "家里有烤箱" : "an oven at home");

const resources = (name: string) => ({
  resources: [
    isChinese(name)
      ? { title: `${name}入门`, kind: "book", find: `${name} 入门书` }
      : { title: `${name} by hand`, kind: "book", find: `${name} by hand book` },
  ],
});

const tutorial = (name: string) => (isChinese(name) ? chineseTutorial(name) : englishTutorial(name));

const chineseTutorial = (name: string) => `## ${name}：为什么重要

酵头是面粉和水，里面住着野生酵母。会养酵头的人不用再买酵母，面包也放得更久。先弄明白${name}，后面的每一步都会容易得多。

## 一个例子

\`\`\`python
flour, water = 50, 50
print(flour + water)
\`\`\`

每天同一时间喂一次。六小时之内涨到两倍，就可以用了。接着用${name}再做一遍，边做边记下时间、温度和面团的样子；做完以后和上一次的记录比较，看看哪里变了，为什么变了。
如果两倍没有涨到，多半是太冷：把罐子放到炉子旁边，再等两个小时。如果太酸，就多喂一次，并且倒掉一半。
`;

const englishTutorial = (name: string) => `## ${name}: why it matters

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
export function goodAnswer({ about, goal, concept: name, text }: Question, concepts: readonly string[] = FOUR): string {
  switch (about) {
    case "tutorial":
      return tutorial(name ?? "bread");
    case "intent":
      return JSON.stringify({ parsed_goal: goal.slice(0, 60) || "Bake bread", hours: 20, assumptions: [assumptionOf(goal)] });
    case "outline":
      return JSON.stringify(outlineOf(concepts));
    case "critique":
      return JSON.stringify({ scores: { completeness: 90, progression: 85 }, findings: [] });
    case "edits":
      return JSON.stringify(additionTo(text, isChinese(concepts[0] ?? "") ? "割包" : "Scoring"));
    case "resources":
      return JSON.stringify(resources(name ?? "bread"));
    case "quiz":
      return JSON.stringify(quiz(name ?? "bread"));
  }
}
