import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { openFenceAt, pieces, sections } from "./fence.ts";

const LINES = fc.array(fc.constantFrom("```", "```py", "~~~", "# A", "## B", "text", "$$", "", "  code"), { maxLength: 12 });

test("WEB70 pieces and sections put together are the text, whatever it is", () => {
  fc.assert(
    fc.property(LINES, (lines) => {
      const text = lines.join("\n");
      assert.equal(
        pieces(text)
          .map((piece) => piece.text)
          .join(""),
        text,
      );
      assert.equal(sections(text).join(""), text);
    }),
  );
});

test("WEB70 a fence is open until a line closes it with the same mark", () => {
  assert.equal(openFenceAt("a\n```py\nx = 1\n"), 2);
  assert.equal(openFenceAt("a\n```py\nx = 1\n~~~\n"), 2);
  assert.equal(openFenceAt("a\n```py\nx = 1\n```"), -1);
  assert.equal(openFenceAt("a `b` c"), -1);
});

test("WEB70 a section begins with its heading; a comment in code is no heading", () => {
  assert.deepEqual(sections("lead\n## One\na\n```sh\n# no\n```\n### Two\nb"), [
    "lead\n",
    "## One\na\n```sh\n# no\n```\n",
    "### Two\nb",
  ]);
});
