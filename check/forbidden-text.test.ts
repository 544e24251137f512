import assert from "node:assert/strict";
import { test } from "node:test";
import { forbiddenLines } from "./forbidden-text.ts";

const promise = `// ${"TO" + "DO"}: later`;

test("STYLE 12: a promise in a comment is found with its line, a word of the language is not", () => {
  assert.deepEqual(forbiddenLines("docs/a.md", `one\n${promise}\n`), [{ file: "docs/a.md", line: 2, text: promise }]);
  assert.deepEqual(forbiddenLines("docs/a.md", "a todo list"), []);
});

test("STYLE 11: the clock is found in pure sources only", () => {
  const clock = "const now = new Date();";
  assert.equal(forbiddenLines("packages/roadmap/src/day.ts", clock).length, 1);
  assert.equal(forbiddenLines("packages/roadmap/src/day.test.ts", clock).length, 0);
  assert.equal(forbiddenLines("apps/server/src/server.ts", clock).length, 0);
  assert.equal(forbiddenLines("packages/roadmap/src/day.ts", "new Date(0)").length, 0);
});
