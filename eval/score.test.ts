import assert from "node:assert/strict";
import { test } from "node:test";
import type { GoldGoal } from "./gold-goal.ts";
import { scoreText, type Score } from "./score.ts";
import { summarise } from "./summary.ts";
import { scoreTable, summaryTable } from "./table.ts";

const wanted = (en: string, zh: string, ...more: readonly string[]) => ({ own: [en, zh], names: [en, zh, ...more] });
const GOLD: GoldGoal = {
  id: "bees",
  goal: "keep bees",
  language: "en",
  level: "beginner",
  hours_per_week: 3,
  known_skills: ["Woodwork"],
  must: new Map([
    ["hive", wanted("hive", "蜂箱", "box")],
    ["harvest", wanted("harvest", "取蜜")],
    ["winter", wanted("wintering", "越冬")],
  ]),
  before: [
    ["hive", "harvest"],
    ["harvest", "winter"],
  ],
};

type Concept = Readonly<Record<string, unknown>>;
const outline = (...concepts: readonly Concept[]) =>
  JSON.stringify({ stages: [{ name: "S", modules: [{ name: "M", concepts }] }] });
const score = (...concepts: readonly Concept[]) => {
  const made = scoreText(outline(...concepts), GOLD);
  assert.ok(made.ok);
  return made;
};

test("Eval: a good answer covers everything in order and needs no repair but its outcome", () => {
  const made = score(
    { name: "The hive" },
    { name: "Harvest", prerequisites: ["The hive"] },
    { name: "Wintering", prerequisites: ["Harvest"] },
  );
  assert.deepEqual(
    [made.missing, made.wrong_order, made.findings, made.duplicates, made.redundant_edges, made.hours_ratio],
    [[], [], [], 0, 0, 1],
  );
  assert.deepEqual(made.repairs, { "PR1 outcome_fixed": 1 });
});

test("Eval: what is missing or stands the wrong way round is named; a pair of which one is missing is not judged", () => {
  const made = score({ name: "Harvest" }, { name: "Box" });
  assert.deepEqual(made.missing, ["winter"]);
  assert.deepEqual([made.pairs, made.wrong_order], [1, ["hive < harvest"]]);
});

test("Eval PR2 PR7: one concept under the names of two languages is a duplicate left; repairs are counted by rule", () => {
  const made = score(
    { name: "Hive" },
    { name: "蜂箱", prerequisites: ["Hive", "Queens"] },
    { name: "the hives" },
    { name: "Harvest", prerequisites: ["蜂箱", "Hive", "Wintering"] },
    { name: "Wintering", prerequisites: ["Harvest"] },
    { name: "woodwork" },
  );
  assert.equal(made.duplicates, 1);
  assert.equal(made.known_taught, 0);
  assert.partialDeepStrictEqual(made.repairs, {
    "PR1 edge_cut": 1,
    "PR2 duplicate_merged": 1,
    "PR3 known_left_out": 1,
  });
});

test("Eval: an answer out of which nothing can be made is refused with the reason, and counts as nothing else", () => {
  const refused = scoreText("I am sorry.", GOLD);
  assert.deepEqual(refused, { ok: false, problem: "There is no JSON object in it." });
  const empty = summarise([refused]);
  assert.deepEqual([empty.outputs, empty.refused, empty.sound, empty.coverage], [1, 1, null, null]);
  const good = score({ name: "Hive" }, { name: "Harvest" });
  const both = summarise([refused, good]);
  assert.deepEqual([both.outputs, both.refused, both.sound, both.coverage], [2, 1, 100, 66.7]);
  const table = scoreTable(
    new Map<string, Score>([
      ["one", refused],
      ["two", good],
    ]),
  );
  assert.match(table, /^one .*refused: There is no JSON object/m);
  assert.match(table, /^two .*no winter$/m);
  assert.match(summaryTable(both), /must-have concepts covered +66\.7 %/);
});

test("Eval PR6: the same answer has the same score", () => {
  const text = outline({ name: "Hive" }, { name: "Harvest" });
  assert.deepEqual(scoreText(text, GOLD), scoreText(text, GOLD));
});
