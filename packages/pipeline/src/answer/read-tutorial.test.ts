import assert from "node:assert/strict";
import { test } from "node:test";
import { readTutorial } from "./read-tutorial.ts";

const PROSE =
  `## Smoke\n\n${"A cool puff at the entrance tells the guards to go in; wait until the sound drops. ".repeat(4)}`.trim();
const CODE = "```python\nprint(1)\n```";
const markdown = (text: string) => {
  const read = readTutorial(text);
  return read.ok ? read.value : `refused: ${read.problem}`;
};

test("PL3 a tutorial is taken out of its thinking, mark of byte order and one fence around the whole", () => {
  for (const text of [
    PROSE,
    `\uFEFF${PROSE}`,
    `<think>plan</think>\n${PROSE}`,
    `\`\`\`markdown\n${PROSE}\n\`\`\``,
    `\`\`\`md\n${PROSE}\n\`\`\``,
  ])
    assert.equal(markdown(text), PROSE);
});

test("PL3 code blocks of its own stay, also inside a fence around the whole", () => {
  const whole = `${PROSE}\n\n${CODE}`;
  assert.equal(markdown(whole), whole);
  assert.equal(markdown(`\`\`\`markdown\n${whole}\n\`\`\``), whole);
  const between = `${CODE}\n\n${PROSE}\n\n${CODE}`;
  assert.equal(markdown(between), between, "two blocks are not one fence");
});

test("PL3 PR9 a web page, a refusal, nothing and a stutter are no tutorials", () => {
  assert.match(markdown(`<html><body>${PROSE}</body></html>`), /web page/);
  assert.match(markdown("I can't help with that."), /refused to answer/);
  assert.match(markdown(""), /too short/);
  assert.match(markdown(`<think>${PROSE}`), /too short/);
  assert.match(markdown("and then the bee ".repeat(200)), /over and over/);
});

test("PR9 a refusal is none however politely it goes on; a tutorial that opens like one is", () => {
  for (const refusal of [
    "I'm sorry, but I can't help with that request. Writing educational material about this subject would go against my guidelines, and I am not able to continue. If you have another question, please let me know and I will be glad to help you with it.",
    "I’m really sorry. This is nothing I may write about, whatever the reason for asking may be, and no other words would change it. ".repeat(
      3,
    ),
    "Unfortunately, I am not able to write this tutorial, because the subject is one that I do not deal with. ".repeat(3),
    "**As an AI language model**, I have no views on hives, and so there is nothing that I could tell about smoke. ".repeat(3),
    "很抱歉，我无法提供与这个主题有关的内容。如果你有其他问题，我很乐意帮忙。".repeat(8),
    "作为一个人工智能语言模型，我不能编写这样的教程。如果你想了解别的内容，请告诉我。".repeat(8),
    "我无法协助完成这个请求，因为它不符合我的使用准则，请换一个话题，我会尽力帮助你。".repeat(8),
  ])
    assert.match(markdown(refusal), /refused to answer/, refusal);
  const opens = `I can't stress enough how much smoke matters.\n\n${PROSE}`;
  assert.equal(markdown(opens), opens);
  const long = "I can't see the bees, but I hear them: each sound tells another thing about the colony and the weather. "
    .repeat(20)
    .trim();
  assert.equal(markdown(long), long);
});

test("PR9 a tutorial that ends inside a block of code was cut off; blocks that close in any way are whole", () => {
  for (const cut of ["```python\nfor loaf in", "~~~\ncode", "````md\n```js\nx\n```\ny", "- ```sh\n  ls", "```\nx\n``` y"])
    assert.match(markdown(`${PROSE}\n\n${cut}`), /broke off inside a block of code/, cut);
  for (const block of [
    "```python\nx\n```",
    "~~~\nx\n~~~~",
    "````md\n```js\nx\n```\n````",
    "1. ```sh\n   ls\n   ```",
    "```a`b",
    "```md\n```js\nx\n```\n```",
  ])
    assert.equal(markdown(`${PROSE}\n\n${block}`), `${PROSE}\n\n${block}`);
});
