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
  assert.match(markdown("I can't help with that."), /too short/);
  assert.match(markdown(""), /too short/);
  assert.match(markdown(`<think>${PROSE}`), /too short/);
  assert.match(markdown("and then the bee ".repeat(200)), /over and over/);
});
