import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Ordered, studyOrder } from "./study-order.ts";

const concept = (id: string, module: string, hard: readonly string[] = [], soft: readonly string[] = []): Ordered => ({
  id,
  module,
  hard,
  soft,
});
const idsOf = (concepts: readonly Ordered[]) =>
  studyOrder(concepts)
    .map((c) => c.id)
    .join(" ");

test("CT3 stays in a module while something of it is free", () => {
  assert.equal(idsOf([concept("a", "x"), concept("b", "y"), concept("c", "x")]), "a c b");
});

test("CT3 a concept of a later topic comes as early as what waits for it", () => {
  assert.equal(idsOf([concept("a", "x"), concept("p", "x", ["z"]), concept("b", "y", ["a"]), concept("z", "late")]), "a z p b");
});

test("CT3 soft prerequisites come first where they are in the list", () => {
  assert.equal(idsOf([concept("a", "x", [], ["b"]), concept("b", "x")]), "b a");
  assert.equal(idsOf([concept("a", "x", [], ["elsewhere"]), concept("b", "x")]), "a b");
});

test("PR1 a cycle is an error and not an endless loop", () => {
  assert.throws(() => studyOrder([concept("a", "x", ["b"]), concept("b", "x", ["a"])]), /cycle/);
});

test("PR1 PR6 the order is a permutation that puts everything after what it requires", () => {
  const graph = fc
    .array(fc.record({ module: fc.nat(3), needs: fc.array(fc.nat(30), { maxLength: 3 }), soft: fc.boolean() }), { maxLength: 30 })
    .map((rows) =>
      rows.map(({ module, needs, soft }, i) => {
        const ids = [...new Set(needs.filter((n) => n < i))].map((n) => `c${n}`);
        return concept(`c${i}`, `m${module}`, soft ? [] : ids, soft ? ids : []);
      }),
    )
    .chain((concepts) => fc.shuffledSubarray(concepts, { minLength: concepts.length }));
  fc.assert(
    fc.property(graph, (concepts) => {
      const order = studyOrder(concepts);
      assert.deepEqual(order.map((c) => c.id).toSorted(), concepts.map((c) => c.id).toSorted());
      const place = new Map(order.map((c, at) => [c.id, at]));
      for (const c of order)
        for (const need of [...c.hard, ...c.soft]) assert.ok((place.get(need) ?? -1) < (place.get(c.id) ?? 0));
    }),
  );
});
