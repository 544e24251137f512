import assert from "node:assert/strict";
import { test } from "node:test";
import { covers, isNamed } from "./concept-cover.ts";

test("Eval: an alias is covered by its words one after the other, whatever the case, plural and fillers", () => {
  for (const [name, alias] of [
    ["Inner and outer joins", "join"],
    ["The GROUP BY clause", "group by"],
    ["ＳＱＬ　Joins", "sql join"],
    ["Table relationships", "table relationship"],
    ["Splitting: train and test split", "train-test split"],
    ["C++ basics", "C++"],
  ] as const)
    assert.ok(covers(name, alias), `${name}: ${alias}`);
  for (const [name, alias] of [
    ["Vectors in the plane and in space", "vector space"],
    ["C basics", "C++"],
    ["Rejoining", "join"],
    ["Joins", "…"],
  ] as const)
    assert.ok(!covers(name, alias), `${name}: ${alias}`);
});

test("Eval: Chinese names are covered by their characters in one run, mixed ones by both", () => {
  assert.ok(covers("光圈与景深", "景深"));
  assert.ok(covers("pandas 数据框入门", "pandas 数据框"));
  assert.ok(!covers("数据与框架", "数据框"));
  assert.ok(!covers("数据框入门", "pandas 数据框"));
});

test("Eval: a name is an alias exactly when each covers the other", () => {
  assert.ok(isNamed("Functions", "function"));
  assert.ok(isNamed("函数", " 函数 "));
  assert.ok(!isNamed("Window functions", "function"));
});
