import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { objectTexts } from "./object-texts.ts";
import { readAnswer } from "./read-answer.ts";

const Answer = z.object({
  name: z.string().trim().min(1),
  hours: z.number().optional(),
  count: z.int().optional(),
  done: z.boolean().optional(),
  tags: z.array(z.string()).optional(),
  kind: z.enum(["easy", "very_hard"]).optional(),
  parts: z.array(z.object({ name: z.string() })).optional(),
});
const read = (text: string) => readAnswer(text, Answer, { name: ["title", "名称"], parts: ["items"] });
const value = (text: string) => {
  const answer = read(text);
  assert.ok(answer.ok, text);
  return answer.value;
};

test("PL3 an object is found in fences, prose, thinking, a second object, a string of JSON and without its end", () => {
  const wanted = { name: "wax" };
  for (const text of [
    '{"name": "wax"}',
    'Sure! {"name": "wax"} Anything else?',
    '```json\n{"name": "wax"}\n```',
    '```\n{"name": "wax"}',
    '<think>{"name": "no"}</think>{"name": "wax"}',
    '{"name": "wax"}<reasoning>and so on',
    'Like {this}: {"name": "wax"}',
    '{"name": "wax"',
    '{"name": "wax",}',
    "{'name': 'wax'}",
    "{name: 'wax'}",
    '{"result": {"name": "wax"}}',
    '{"data": {"answer": {"name": "wax"}}}',
    '\uFEFF{"name": "wax"}',
  ])
    assert.deepEqual(value(text), wanted, text);
});

test("PL3 braces and quotation marks inside strings end nothing", () => {
  assert.deepEqual(value('Here: {"name": "a } and \\" and {"} there'), { name: 'a } and " and {' });
});

test("PL3 fields under other names, in other cases, with hyphens", () => {
  assert.equal(value('{"Title": "wax"}').name, "wax");
  assert.equal(value('{"名称": "蜡"}').name, "蜡");
  assert.equal(value('{"NAME": "wax"}').name, "wax");
  assert.deepEqual(value('{"name": "a", "items": ["b", {"title": "c"}]}').parts, [{ name: "b" }, { name: "c" }]);
});

test("PL3 values in other types: numbers in words, lists as text or numbered objects, one thing for a list", () => {
  const hours = (written: unknown) => value(JSON.stringify({ name: "a", hours: written })).hours;
  for (const written of [2, "2", "2h", "about 2 hours", { low: 1, likely: 2, high: 3 }, ["2"]]) assert.equal(hours(written), 2);
  assert.equal(hours("1,5"), 1.5);
  assert.equal(hours("-3 h"), -3);
  assert.equal(value('{"name": "a", "count": "2.7"}').count, 3);
  const tags = (written: unknown) => value(JSON.stringify({ name: "a", tags: written })).tags;
  for (const written of ["x, y", "x、y", "x\ny", ["x", null, "y"], { 1: "x", 2: "y" }, { items: ["x", "y"] }])
    assert.deepEqual(tags(written), ["x", "y"]);
  assert.deepEqual(tags([7, true]), ["7", "true"]);
  for (const written of ["yes", "True", "是", true]) assert.equal(value(JSON.stringify({ name: "a", done: written })).done, true);
  for (const written of ["no", "否", false]) assert.equal(value(JSON.stringify({ name: "a", done: written })).done, false);
  assert.equal(value('{"name": "a", "kind": "Very-Hard"}').kind, "very_hard");
  assert.equal(value('{"name": 7}').name, "7");
  assert.deepEqual(value('{"name": "a", "hours": null, "more": 1}'), { name: "a" });
});

test("PL3 nothing is invented: what cannot be read is said in words for the model, a few findings at most", () => {
  const problem = (text: string) => {
    const answer = read(text);
    return answer.ok ? "" : answer.problem;
  };
  assert.match(problem("I cannot do that."), /no JSON object/);
  assert.match(problem(""), /no JSON object/);
  assert.match(problem('{"hours": 2}'), /^name is missing\.$/);
  assert.match(problem('{"name": "  "}'), /^name is empty\.$/);
  assert.match(problem('{"name": "a", "hours": "long"}'), /^hours should be a number\.$/);
  assert.match(problem('{"name": "a", "kind": "odd"}'), /^kind should be one of easy, very_hard\.$/);
  assert.match(problem('{"name": "a", "parts": [{"name": {}}]}'), /^parts\.0\.name should be a text\.$/);
  assert.match(problem('{"name": "a", "parts": 7}'), /^parts\.0 should be an object\.$/);
  const many = Array.from({ length: 40 }, () => ({ name: {} }));
  assert.equal(problem(JSON.stringify({ name: "a", parts: many })).match(/parts\.\d+/g)?.length, 6);
});

test("PL2 what no database keeps is left out: the zero character and halves of characters, also as escapes", () => {
  const Named = z.object({ name: z.string() });
  assert.deepEqual(readAnswer(String.raw`{"name": "a\u0000b\ud83d"}`, Named), { ok: true, value: { name: "ab\ufffd" } });
});

test("PR9 an object wrapped ten thousand times, or ten thousand objects, are read or refused, and end", () => {
  const Named = z.object({ name: z.string() });
  const deep = `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`;
  assert.equal(readAnswer(deep, Named).ok, false);
  const many = Array.from({ length: 10_000 }, (_, n) => `{"x": ${n}}`).join(" ");
  assert.equal(objectTexts(`Well: ${many}`).length, 20);
  assert.equal(readAnswer(`Well: ${many}`, Named).ok, false);
});
