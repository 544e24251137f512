import assert from "node:assert/strict";
import { test } from "node:test";
import { beginningOf, shortened } from "./text.ts";

test("PR9 a text is never cut through a character, which no database takes", () => {
  assert.equal(beginningOf("ab🍞c", 3), "ab");
  assert.equal(beginningOf("ab🍞c", 4), "ab🍞");
  for (const most of [3, 4, 5, 6]) {
    const short = shortened("ab🍞 and more", most);
    assert.ok(short.isWellFormed() && short.endsWith("…") && short.length <= most, short);
  }
  assert.equal(shortened("ab🍞", 4), "ab🍞");
  assert.equal(shortened("ab and more", 4), "ab…");
});
