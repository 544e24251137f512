import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readAnswer } from "../answer/read-answer.ts";
import { sampleGoal } from "../testing/sample-data.ts";
import { draftOfOutline } from "./draft-of-outline.ts";
import { OUTLINE_ALIASES, OutlineAnswer } from "./outline-answer.ts";
import { outlineEvents } from "./outline-events.ts";
import { OutlineScanner } from "./outline-scanner.ts";
import { OutlineStream } from "./outline-stream.ts";

const GOAL = sampleGoal("en");

/** Names as models write them, and what confuses a reader of brackets. */
const name = fc.oneof(
  fc.constantFrom(
    "Castes",
    "Brood cycle",
    "三型蜂",
    "Woodwork",
    'a "quoted" name',
    "{braces} [and] ]}",
    "back\\slash",
    "concepts",
  ),
  fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== ""),
);

interface Nodes {
  readonly stages: readonly {
    readonly name: string;
    readonly modules: readonly { readonly name: string; readonly concepts: readonly Record<string, unknown>[] }[];
  }[];
}

/** An outline whose concepts need only what came before. */
const outline: fc.Arbitrary<Nodes> = fc
  .array(
    fc.record({
      name,
      description: fc.option(name, { nil: undefined }),
      modules: fc.array(
        fc.record({
          name,
          concepts: fc.array(
            fc.record({ name, hours: fc.integer({ min: 1, max: 9 }), needs: fc.array(fc.nat(30), { maxLength: 3 }) }),
            { maxLength: 4 },
          ),
        }),
        { maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((stages) => {
    const before: string[] = [];
    return {
      stages: stages.map((stage) => ({
        ...stage,
        modules: stage.modules.map((module) => ({
          ...module,
          concepts: module.concepts.map(({ needs, ...concept }) => {
            const prerequisites = needs.flatMap((at) => before[at] ?? []);
            before.push(concept.name);
            return { ...concept, prerequisites };
          }),
        })),
      })),
    };
  });

const spacing = fc.constantFrom(0, 2);
const pieces = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 });

/** The text in pieces of the given lengths, again and again. */
function chunked(text: string, lengths: readonly number[]): string[] {
  const chunks: string[] = [];
  for (let at = 0, n = 0; at < text.length; n++) {
    const length = lengths[n % lengths.length] ?? 1;
    chunks.push(text.slice(at, at + length));
    at += length;
  }
  return chunks;
}

test("PR6 LG5 however an outline is cut into pieces, the same nodes come out", () => {
  fc.assert(
    fc.property(outline, spacing, pieces, (answer, space, lengths) => {
      const text = `Here it is: ${JSON.stringify({ title: "T", ...answer }, null, space)} Done.`;
      const whole = new OutlineScanner().push(text);
      const scanner = new OutlineScanner();
      assert.deepEqual(
        chunked(text, lengths).flatMap((chunk) => scanner.push(chunk)),
        whole,
      );
    }),
    { numRuns: 60 },
  );
});

test("PR5 PR6 what is told while an outline arrives has the ids of the whole, node by node", () => {
  fc.assert(
    fc.property(outline, spacing, pieces, (answer, space, lengths) => {
      const text = JSON.stringify(answer, null, space);
      const stream = new OutlineStream(GOAL);
      const told = chunked(text, lengths).flatMap((chunk) => stream.push(chunk));
      const read = readAnswer(text, OutlineAnswer, OUTLINE_ALIASES);
      assert.ok(read.ok);
      const { draft } = draftOfOutline(read.value, GOAL);
      assert.deepEqual(told, outlineEvents(draft));
      assert.deepEqual(
        stream.told,
        told.map((event) => JSON.stringify(event)),
      );
    }),
    { numRuns: 60 },
  );
});

test("MS3 a concept is told when its object closes, a stage and a module when their lists begin", () => {
  const stream = new OutlineStream(GOAL);
  const kinds = (delta: string) => stream.push(delta).map(({ node }) => `${node.kind} ${node.name}`);
  assert.deepEqual(kinds('{"stages": [{"name": "Spring", "description": "d"'), []);
  assert.deepEqual(kinds(', "modules": ['), ["stage Spring"]);
  assert.deepEqual(kinds('{"name": "The hive", "concepts": [{"name": "Frames"'), ["module The hive"]);
  assert.deepEqual(kinds("}, "), ["concept Frames"]);
  assert.deepEqual(kinds('{"name": "Woodwork"}, {"name": "Wax"}]}]}]}'), ["concept Wax"], "what is known is not told (PR3)");
});

test("PR9 a stream under other names, in a fence and with thinking before it is told as well; what is no outline tells nothing", () => {
  const outlineText =
    '```json\n{"phases": [{"title": "Spring", "units": [{"title": "Hive", "lessons": [{"title": "Wax"}]}]}]}\n```';
  const told = (text: string) => new OutlineStream(GOAL).push(text).map(({ node }) => node.kind);
  assert.deepEqual(told(outlineText), ["stage", "module", "concept"]);
  assert.deepEqual(told(`He said "go. ${outlineText}`), ["stage", "module", "concept"], "a lone quotation mark in prose");
  for (const text of ["", "no", "{".repeat(1000), "]".repeat(1000), '{"stages": "none"}', '{"items": [{"name": "x"}]}'])
    assert.deepEqual(told(text), []);
});

test("PR9 the scanner keeps no more than a node needs, and gives up on what is no outline", () => {
  const LONGEST = 500_000;
  const rubbish = ["{", "[{", '{"stages":[', '{"a":', '"', '\\"', "```json\n{"].map((part) => part.repeat(LONGEST / part.length));
  const endless = `{"stages": [{"name": "${"x".repeat(LONGEST)}`;
  for (const text of [...rubbish, endless]) {
    const scanner = new OutlineScanner();
    let most = 0;
    for (let at = 0; at < text.length; at += 50) {
      assert.deepEqual(scanner.push(text.slice(at, at + 50)), []);
      most = Math.max(most, scanner.kept);
    }
    assert.ok(most <= 20_100, `${text.slice(0, 12)}: ${most}`);
  }
});
