import assert from "node:assert/strict";
import { test } from "node:test";
import { isNamed } from "./concept-cover.ts";
import { goalOf, readGold } from "./gold-goal.ts";

const GOLD = readGold(new URL("gold/", import.meta.url));

test("Eval: at least 30 goals, a third of them in Chinese, each with must-haves in both languages and pairs", () => {
  assert.ok(GOLD.length >= 30);
  assert.ok(GOLD.filter(({ language }) => language === "zh").length >= 10);
  for (const { id, must, before } of GOLD) {
    assert.ok(must.size >= 8, id);
    assert.ok(before.length >= 4, id);
    for (const [key, { own }] of must) {
      assert.equal(own.length, 2, `${id}: ${key}`);
      assert.ok(own.some((name) => /\p{Script=Han}/u.test(name)) || /^[\p{ASCII}]+$/u.test(own.join("")), `${id}: ${key}`);
    }
  }
});

test("Eval: pairs have no circle, and no name stands for two must-haves of a goal", () => {
  for (const { id, must, before } of GOLD) {
    const open = new Set(must.keys());
    for (let free = [...open]; free.length > 0;) {
      free = [...open].filter((key) => !before.some(([first, then]) => then === key && open.has(first)));
      for (const key of free) open.delete(key);
    }
    assert.deepEqual([...open], [], id);
    const own = [...must].flatMap(([key, { own: names }]) => names.map((name) => ({ key, name })));
    for (const { key, name } of own)
      for (const other of own)
        assert.ok(other.key === key || !isNamed(name, other.name), `${id}: ${name} is ${key} and ${other.key}`);
  }
});

test("Eval: a gold goal is a task's goal, on one and the same day", () => {
  const goal = goalOf(GOLD[0]!);
  assert.deepEqual([goal.source, goal.starts_on, goal.review], ["model", "2027-01-04", false]);
});
