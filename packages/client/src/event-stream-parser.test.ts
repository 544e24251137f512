import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { eventStreamParser } from "./event-stream-parser.ts";

const parsed = (...parts: readonly string[]): string[] => {
  const parse = eventStreamParser();
  return parts.flatMap((part) => parse(part));
};

test("CL8 of an event stream the data is read; ids, names, comments and unknown fields are not", () => {
  assert.deepEqual(parsed(': hi\nid: e:1\nevent: x\nretry: 5\ndata: {"a":1}\nodd\n\n'), ['{"a":1}']);
});

test("CL8 several data lines are one event; one space after the colon is not data; an event without data is none", () => {
  assert.deepEqual(parsed("data: a\ndata:b\ndata:  c\ndata\n\nid: 7\n\n"), ["a\nb\n c\n"]);
});

test("CL8 an event counts only once its empty line has come", () => {
  assert.deepEqual(parsed("data: a\n"), []);
  assert.deepEqual(parsed("data: a", "\n", "", "\n"), ["a"]);
});

test("CL8 wherever a stream is cut and whatever ends its lines, the events are the same", () => {
  const line = fc.stringMatching(/^[^\r\n]*$/);
  const stream = fc.record({
    events: fc.array(fc.array(line, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
    end: fc.constantFrom("\n", "\r\n", "\r"),
    cuts: fc.array(fc.nat(200)),
  });
  fc.assert(
    fc.property(stream, ({ events, end, cuts }) => {
      const text = events.map((lines) => lines.map((data) => `data: ${data}${end}`).join("") + end).join("");
      const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).toSorted((a, b) => a - b), text.length];
      const parts = places.slice(1).map((to, i) => text.slice(places[i], to));
      assert.deepEqual(
        parsed(...parts),
        events.map((lines) => lines.join("\n")),
      );
    }),
  );
});
