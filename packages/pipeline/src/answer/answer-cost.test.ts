import assert from "node:assert/strict";
import { test } from "node:test";
import { conceptsOf } from "@wayfinder/roadmap";
import { draftOfOutline } from "../outline/draft-of-outline.ts";
import { OUTLINE_ALIASES, OutlineAnswer } from "../outline/outline-answer.ts";
import { structureOfText } from "../outline/structure-of-text.ts";
import { sampleGoal } from "../testing/sample-data.ts";
import { readAnswer } from "./read-answer.ts";

const GOAL = sampleGoal("en");
const LONGEST = 300_000;
/** Faults that cost a reader most when the whole answer is made of them. */
const FAULTS = [
  '{"name":"x" ',
  '"a":1 ',
  "```json\n{",
  "{",
  "[{",
  '" x',
  'http://x"',
  "'",
  "a\n",
  "{}",
  '{"a":1}',
  '"x",',
  '\\"',
  "/*",
  "“",
];
const HEADS = ["", "{", '{"stages":[', '["'];

/** An outline in one module whose concepts need what they are told to. */
const outline = (n: number, needs: (at: number, names: readonly string[]) => readonly string[]) => {
  const names = Array.from({ length: n }, (_, at) => `C${at}`);
  const concepts = names.map((name, at) => ({ name, prerequisites: [...needs(at, names)] }));
  return { stages: [{ name: "S", modules: [{ name: "M", concepts }] }] };
};

test("PR9 PL1 no malformed answer holds its worker up: what is looked at is bounded, and refused beyond", (t) => {
  let slowest = { ms: 0, text: "" };
  for (const head of HEADS)
    for (const fault of FAULTS) {
      const text = (head + fault.repeat(LONGEST / fault.length)).slice(0, LONGEST);
      const before = performance.now();
      const read = readAnswer(text, OutlineAnswer, OUTLINE_ALIASES);
      const ms = performance.now() - before;
      if (ms > slowest.ms) slowest = { ms, text: head + fault };
      assert.equal(read.ok, false, head + fault);
    }
  t.diagnostic(`slowest of ${HEADS.length * FAULTS.length}: ${Math.round(slowest.ms)} ms for ${JSON.stringify(slowest.text)}…`);
  const problem = (text: string) => {
    const read = readAnswer(text, OutlineAnswer, OUTLINE_ALIASES);
    return read.ok ? "" : read.problem;
  };
  const good = JSON.stringify(outline(4, () => []));
  assert.equal(problem(good.padEnd(LONGEST, " ")), "");
  assert.match(problem(good.padEnd(LONGEST + 1, " ")), /far longer/);
  assert.equal(problem(JSON.stringify(outline(8_000, () => []))), "");
  assert.match(problem(JSON.stringify({ stages: Array.from({ length: 10_001 }, () => 7) })), /far longer/);
  const twice = JSON.stringify({ stages: Array.from({ length: 6_000 }, () => 7) });
  assert.match(problem(`So: ${twice} or ${twice.replace("7", "8")}`), /far longer/, "all candidates together");
});

test("PR9 PR7 an outline that goes round in circles costs no more than a sound one: needs are bounded, circles are cut at once", (t) => {
  const everything = outline(90, (_, names) => names);
  const { draft, repairs } = draftOfOutline(everything, GOAL);
  assert.ok(conceptsOf(draft).every(({ prerequisites }) => prerequisites.length <= 12));
  assert.equal(repairs.filter(({ rule }) => rule === "PR2").length, 90);
  const round = outline(400, (at, names) => [1, 2, 3, 4, 5, 6, 7, 8].map((far) => names[(at + far) % 400]!));
  const before = performance.now();
  const structure = structureOfText(JSON.stringify(round), GOAL);
  t.diagnostic(`400 concepts in circles: ${Math.round(performance.now() - before)} ms`);
  assert.ok(structure.ok && structure.findings.length === 0);
  assert.deepEqual(
    structure.repairs.filter(({ action }) => action === "edge_cut").map(({ message }) => message),
    ["The prerequisites went round in circles; 3164 that pointed at later concepts were left out."],
  );
  const few = draftOfOutline(
    outline(12, (at, names) => [names[(at + 1) % 12]!]),
    GOAL,
  );
  assert.equal(few.repairs.length, 0, "a few circles are left to the gate, which cuts one edge of each");
});
