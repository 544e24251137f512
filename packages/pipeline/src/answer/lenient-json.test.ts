import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { lenientJson } from "./lenient-json.ts";

const value = (text: string) => lenientJson(text).value;

test("PL3 the usual faults of JSON: commas, brackets, quotation marks, comments, words of Python, line breaks, signs of full width", () => {
  const wanted = { name: "wax", n: 2, list: ["a", "b"], ok: true };
  for (const text of [
    '{"name": "wax", "n": 2, "list": ["a", "b",], "ok": true,}',
    '{"name": "wax" "n": 2 "list": ["a" "b"] "ok": true}',
    '{"name" "wax", "n" 2, "list" ["a", "b"], "ok" true}',
    '{"name": "wax"\n"n": 2\n"list": ["a"\n"b"]\n"ok": true}',
    "{'name': 'wax', 'n': 2, 'list': ['a', 'b'], 'ok': True}",
    "{“name”: “wax”, “n”: 2, “list”: [“a”, “b”], “ok”: true}",
    "{name: wax, n: 2, list: [a, b], ok: true}",
    '{"name" = "wax", "n" => 2, "list": ["a", "b", ...], "ok": TRUE}',
    '{"name"："wax"，"n"：2，"list"：["a"，"b"]，"ok"：true}',
    '{ // an answer\n"name": "wax", /* two */ "n": 2, "list": ["a", "b"], "ok": true}',
    '{"name": "wax", "n": 2, "ok": true, "list": ["a", "b"',
    '{"name": "wax", "n": 2, "ok": true, "list": ["a", "b"}',
    '{{"name": "wax", "n": 2, "list": ["a", "b"], "ok": true}}',
    '{\\"name\\": \\"wax\\", \\"n\\": 2, \\"list\\": [\\"a\\", \\"b\\"], \\"ok\\": true}',
    '{,"name": "wax",, "n": 2, "list": [,"a",, "b"], "ok": true, "nothing"}',
    'So: {"name": "wax", "n": 2, "list": ["a", "b"], "ok": true}} and so on',
  ])
    assert.deepEqual(value(text), wanted, text);
});

test("PL3 marks that nobody escaped are part of their text; escapes mean what they mean", () => {
  for (const [text, said] of [
    ['{"a": "the "hive" is full", "b": 1}', 'the "hive" is full'],
    ['{"a": "the "hive"", "b": 1}', 'the "hive"'],
    ['{"a": "", "b": 1}', ""],
    ["{'a': 'the bee's hive', 'b': 1}", "the bee's hive"],
    ['{"a": "it\'s", \'b\': 1}', "it's"],
    ['{"a": "x\\n\\u8702\\q\\"", b: 1}', 'x\n蜂q"'],
    ['{"a": "two\nlines", b: 1}', "two\nlines"],
    ['{"a": NaN, b: 1}', null],
    ['{"a": None, b: 1}', null],
    ['{"a": constructor, b: 1}', "constructor"],
    ['{"a": 2 hours, b: 1}', "2 hours"],
  ] as const)
    assert.deepEqual(value(text), { a: said, b: 1 }, text);
  assert.ok(Object.hasOwn(value('{"__proto__": 1,}') as object, "__proto__"), "a key like any other");
});

test("PR9 whether a text broke off in the middle of a value is told; brackets alone may be missing", () => {
  for (const cut of ['{"a": "b', '{"a": "b"," c', '{"a":', '{"a"', '{"a": ["b",', '{"a": {"b": 1}, '])
    assert.ok(lenientJson(cut).brokeOff, cut);
  for (const whole of ['{"a": "b"', '{"a": ["b"', '{"a": {"b": 1', '{"a": "b",}']) assert.ok(!lenientJson(whole).brokeOff, whole);
});

test("PR9 what is nested beyond all sense is nothing; no text makes it throw", () => {
  for (const part of ["[", '{"a":', '{"a":[']) assert.equal(value(part.repeat(10_000)), undefined, part);
  assert.equal(value(""), undefined);
  assert.equal(value("no"), undefined);
  const sign = fc.constantFrom(..."{}[]\"'“”‘,:：，\\/*\n ax1-.=`", "//", "/*", "...", "\\u12", "true");
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
      lenientJson(signs.join(""));
    }),
    { numRuns: 500 },
  );
});

test("PL3 any JSON without its commas reads as the same", () => {
  const leaf = fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.stringMatching(/^[a-z]{0,8}$/));
  const key = fc.stringMatching(/^[a-z]{1,6}$/);
  const tree = fc.object({ key, values: [leaf], maxDepth: 3 });
  fc.assert(
    fc.property(tree, (object) => {
      const spaced = JSON.stringify(object, null, 1);
      assert.deepEqual(value(spaced.replaceAll(",", "")), JSON.parse(spaced));
    }),
    { numRuns: 200 },
  );
});
