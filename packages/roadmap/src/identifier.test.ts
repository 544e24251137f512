import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { identifierOf, isIdentifier, uniqueIdentifier } from "./identifier.ts";

test("PR5 an id made out of any text is empty or URL-safe", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const id = identifierOf(text);
      assert.ok(id === "" || isIdentifier(id));
    }),
  );
  assert.deepEqual(["Größe & Co", "  C++  ", "条件", "a".repeat(99)].map(identifierOf), ["gro-e-co", "c", "", "a".repeat(40)]);
});

test("PR5 a taken id is counted up and stays in length", () => {
  const long = "x".repeat(64);
  assert.equal(uniqueIdentifier("a", new Set()), "a");
  assert.equal(uniqueIdentifier("a", new Set(["a", "a-2"])), "a-3");
  assert.equal(uniqueIdentifier(long, new Set([long])), `${"x".repeat(62)}-2`);
  assert.deepEqual(["a b", "", long, `${long}x`, "Ä", "A_b-1"].map(isIdentifier), [false, false, true, false, false, true]);
});
