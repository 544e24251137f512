import assert from "node:assert/strict";
import { test } from "node:test";
import { leadOf } from "./lead.ts";

test("WEB51 a lead that the text repeats is left out", () => {
  assert.equal(leadOf("A box has `padding`.", "## Why\n\nA box\nhas padding. More."), null);
  assert.equal(leadOf("A box.", "## Why\n\nOther words."), "A box.");
  assert.equal(leadOf("A box.", undefined), "A box.");
});
