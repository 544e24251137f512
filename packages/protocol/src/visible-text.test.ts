import assert from "node:assert/strict";
import { test } from "node:test";
import { Operation } from "./patch.ts";
import { personText } from "./text.ts";
import { GenerateRequest } from "./goal.ts";
import { lookKey, visibleText } from "./visible-text.ts";

const ZERO = [
  "\u200b",
  "\u2060",
  "\u00ad",
  "\ufeff",
  "\u200d",
  "\u200e",
  "\u202e",
  "\u3164",
  "\u2061",
  "\u{e0041}",
  "\ufe0f",
  "\u2800",
];

test("PR2 PR9 what nobody sees is no text: it is taken out, and of nothing else nothing is left", () => {
  for (const zero of ZERO) {
    assert.equal(visibleText(zero.repeat(3)), "", zero.codePointAt(0)?.toString(16));
    assert.equal(visibleText(` ${zero}wax ${zero}`), "wax");
    if (zero !== "\u2800") assert.equal(visibleText(`w${zero}ax`), "wax");
  }
});

test("PR2 signs that others need stay: emoji, their colours and flags, forms of Chinese, joining scripts", () => {
  for (const text of [
    "👩‍🔬",
    "👩🏽‍🚀 ❤️",
    "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "葛\u{e0100}城",
    "می‌خواهم",
    "क्‍ष",
    "1️⃣",
    "a\nb\tc",
    "学习 Python 3",
    "١٢",
  ])
    assert.equal(visibleText(text), text);
});

test("PR11 texts that look the same have one key: width, case, blanks, invisible signs", () => {
  for (const twin of ["same", "same\u200b", "ｓame", "same ", "s\u00adame", "SAME", "same\ufe0f"])
    assert.equal(lookKey(twin), "same");
  assert.equal(lookKey("two  words"), lookKey("two\u00a0words"));
  assert.notEqual(lookKey("same"), lookKey("sane"));
});

test("PR2 AP6 a goal, a name or a description of nothing visible is refused at the door, and so is one that no page can show", () => {
  const goal = (text: string) =>
    GenerateRequest.safeParse({ goal: text, level: "beginner", hours_per_week: 4, language: "en" }).success;
  for (const zero of ZERO) assert.equal(goal(zero), false);
  assert.equal(goal("bees\u200b"), true);
  assert.equal(personText(1, 9).parse(" be\u200bes "), "bees");
  const renamed = (name: string) => Operation.safeParse({ op: "change", kind: "concept", id: "a", fields: { name } }).success;
  assert.deepEqual(["Bees", "\u200b", "b".repeat(200), "b".repeat(201)].map(renamed), [true, false, true, false]);
  const added = (description: string) =>
    Operation.safeParse({ op: "add", kind: "stage", node: { name: "Bees", description } }).success;
  assert.deepEqual(["Why.", "\u2060", "b".repeat(4001)].map(added), [true, false, false]);
});
