import assert from "node:assert/strict";
import { test } from "node:test";
import { closureOf } from "../closure.ts";
import { loadCatalogue } from "../load-catalogue.ts";
import { completedCatalogue } from "../synthetic-catalogue.ts";
import { matchSkills } from "./match-skills.ts";

const REAL = loadCatalogue();
const WHOLE = completedCatalogue(REAL);

test("PR3 who knows a concept knows what it requires", () => {
  for (const concept of REAL.concepts.values()) {
    const title = REAL.index.titles.get(concept.id)?.en ?? "";
    const { known, unknown } = matchSkills(REAL, [title]);
    assert.deepEqual(unknown, [], title);
    for (const id of closureOf(REAL.concepts, [concept.id])) assert.ok(known.includes(id), `${title}: ${id}`);
  }
});

test("PR3 skills are read in both languages and as people write them", () => {
  const known = (skill: string) => matchSkills(WHOLE, [skill]).known;
  assert.deepEqual(known("闭包"), known("closures"));
  assert.deepEqual(known("JavaScript"), known("js"));
  assert.deepEqual(known("JavaScript"), known("javscript"));
  assert.ok(known("Git").includes("git-branches-merging"));
  assert.ok(known("HTML/CSS").includes("css-box-model"));
});

test("PR3 a whole topic as a skill stands for its beginner's part", () => {
  const { known } = matchSkills(WHOLE, ["HTML"]);
  assert.deepEqual(known, ["web-how-it-works", "html-structure", "html-forms"]);
});

test("PR3 a skill the catalogue has no words for is told, not guessed", () => {
  const skills = ["cooking", "Java", "React Native", "Excel", "钢琴", "", "🎉"];
  assert.deepEqual(matchSkills(WHOLE, skills), { known: [], unknown: skills });
});

test("PR3 only published concepts are known", () => {
  const { known } = matchSkills(
    REAL,
    REAL.map.goals.flatMap((g) => g.aliases.en),
  );
  for (const id of known) assert.ok(REAL.concepts.has(id));
});
