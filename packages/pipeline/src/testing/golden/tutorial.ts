import type { Language } from "@wayfinder/protocol";
import { readTutorial } from "../../answer/read-tutorial.ts";
import { askForText } from "../../model/ask.ts";
import { tutorialPrompt } from "../../prompts/tutorial.ts";
import { sampleGoal, samplePlace } from "../sample-data.ts";
import type { GoldenCase } from "./golden-case.ts";

const asked = (language: Language): Pick<GoldenCase, "goal" | "ask"> => {
  const goal = sampleGoal(language);
  const data = { goal, place: samplePlace(language) };
  return {
    goal,
    ask: ({ context, kit }) => askForText(context, kit, { prompt: tutorialPrompt.newest, data, key: "g", read: readTutorial }),
  };
};

const EN = `## Why open the hive

An inspection answers four questions: is there a queen, has she room to lay, is there food, is anything sick? You rarely need to see
the queen herself; eggs that stand upright are three days old at most, and only she lays them.

## Mistakes

Opening on a cold day chills the brood. Write down what you saw before you close the lid.`;

const ZH = `## 为什么要开箱

开箱检查只回答四个问题：有没有蜂王，产卵的地方够不够，存蜜够不够，有没有病。多数时候不必找到蜂王：直立的卵最多三天，只有她会产这样的卵。
先看边上的蜜脾，再看中间的子脾；提脾要稳，放回去要按原来的次序和方向，别压到蜂。

## 常见的错误

天冷时开箱会冻坏子脾。合上箱盖之前，把看到的写下来：子脾几张、蜜脾几张、有没有王台，下次检查才有得比。动作慢一点，蜂就安静一点；烟只在箱口轻轻喷两下，喷多了蜂会吸饱蜜乱跑，
什么也看不清。检查完一箱用五到十分钟就够了。`;

export const TUTORIAL_GOLDEN: readonly GoldenCase[] = [
  {
    name: "tutorial en",
    ...asked("en"),
    accepted: [
      { answer: EN, gives: EN },
      { answer: `<think>Four questions…</think>\n\`\`\`markdown\n${EN}\n\`\`\``, gives: EN },
    ],
    refused: [
      { answer: "I'm sorry, but I can't help with that.", says: /refused to answer/ },
      { answer: `${EN}\n\n\`\`\`python\nfor frame in`, says: /broke off inside a block of code/ },
      { answer: `<!DOCTYPE html><html><body>${EN}</body></html>`, says: /web page/ },
      { answer: "the bees ".repeat(600), says: /over and over/ },
      { answer: `<think>${EN}</think>`, says: /too short/ },
    ],
  },
  {
    name: "tutorial zh",
    ...asked("zh"),
    accepted: [{ answer: ZH, gives: ZH }],
    refused: [
      { answer: "好的，我马上为你写一篇教程。", says: /too short/ },
      { answer: "抱歉，我无法回答这个问题。", says: /refused to answer/ },
    ],
  },
];
