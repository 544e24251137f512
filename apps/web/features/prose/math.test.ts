import assert from "node:assert/strict";
import { test } from "node:test";
import { beforeOpenMath, hasMath, markMath } from "./math.ts";

test("WEB71 a formula is one however it was marked", () => {
  assert.equal(markMath("so $x^2$ and \\(y\\) grow"), "so $$x^2$$ and $$y$$ grow");
  assert.equal(markMath("$$E = mc^2$$"), "$$\nE = mc^2\n$$");
  assert.equal(markMath("\\[\na + b\n\\]"), "$$\na + b\n$$");
  assert.equal(markMath("\\[ a \\]"), "$$\na\n$$");
  assert.equal(markMath("面积是 $\\pi r^2$，周长"), "面积是 $$\\pi r^2$$，周长");
});

test("WEB71 prices, variables and code are no formulas", () => {
  for (const text of [
    "from $5 to $10",
    "costs $5-$10",
    "$HOME/$USER is set",
    "call `$x$` and `\\(y\\)`",
    "```sh\necho $a$\n$$\n```",
    "a \\$b$ c",
    "no dollars",
  ])
    assert.equal(hasMath(markMath(text).replaceAll(/```[\s\S]*```/g, "")), false, text);
});

test("WEB71 half a formula waits for its end", () => {
  assert.equal(beforeOpenMath("a\n$$\nx +"), "a\n");
  assert.equal(beforeOpenMath("a\n$$\nx\n$$\nb"), "a\n$$\nx\n$$\nb");
  assert.equal(beforeOpenMath("```\n$$\n```\nb"), "```\n$$\n```\nb");
});
