import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cyclicComponents, hardClosure, topologicalOrder } from "./graph.ts";

const SIZE = 9;
const edges = fc.array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)), { maxLength: 16 });
const nodes = Array.from({ length: SIZE }, (_, at) => at);
const nextIn = (list: [number, number][]) => (from: number) => list.filter(([a]) => a === from).map(([, b]) => b);

test("PR1 an order of a graph without circles keeps every edge, and is always a permutation", () => {
  fc.assert(
    fc.property(edges, fc.boolean(), (list, isAcyclic) => {
      const kept = isAcyclic ? list.filter(([from, to]) => to < from) : list;
      const order = topologicalOrder(nodes, { before: nextIn(kept), key: (node) => -node });
      assert.deepEqual([...order].sort(), nodes);
      if (isAcyclic) for (const [from, to] of kept) assert.ok(order.indexOf(to) < order.indexOf(from));
    }),
  );
});

test("PR6 the key decides between free nodes, whatever the order of the list", () => {
  const before = (node: string) => (node === "a" ? ["z", "elsewhere"] : []);
  assert.deepEqual(topologicalOrder(["a", "c", "z", "b"], { before, key: (node) => node }), ["b", "c", "z", "a"]);
  assert.deepEqual(topologicalOrder(["z", "b", "a", "c"], { before, key: (node) => node }), ["b", "c", "z", "a"]);
  assert.deepEqual(topologicalOrder(["b", "a"], { before: () => [], key: () => 0 }), ["b", "a"]);
});

test("PR1 where a circle leaves no node free the smallest key goes first", () => {
  const before = (node: number) => [[1], [2], [0], []][node] ?? [];
  assert.deepEqual(topologicalOrder([0, 1, 2, 3], { before, key: (node) => node }), [3, 0, 2, 1]);
});

test("CT3 the closure holds the targets and all they need, but not the known and what only it needs", () => {
  const needs: Record<string, string[]> = {
    app: ["js", "css"],
    js: ["values"],
    css: ["html"],
    values: ["tools"],
    html: ["tools"],
    tools: [],
  };
  const requires = (id: string) => needs[id] ?? [];
  assert.deepEqual([...hardClosure(["app"], { requires })].sort(), ["app", "css", "html", "js", "tools", "values"]);
  assert.deepEqual([...hardClosure(["app"], { requires, known: new Set(["js", "css"]) })], ["app"]);
  assert.deepEqual([...hardClosure(["app"], { requires, known: new Set(["js"]) })].sort(), ["app", "css", "html", "tools"]);
});

test("PR7 circles are exactly the groups of nodes that reach each other", () => {
  fc.assert(
    fc.property(edges, (list) => {
      const next = nextIn(list);
      const reach = nodes.map((node) => hardClosure(next(node), { requires: next }));
      const groups = new Set(
        nodes
          .map((node) => nodes.filter((other) => node === other || (reach[node]?.has(other) && reach[other]?.has(node))))
          .filter((group) => group.length > 1)
          .map(String),
      );
      assert.deepEqual(cyclicComponents(SIZE, next).map(String).sort(), [...groups].sort());
    }),
  );
});

test("PR7 a circle of a hundred thousand nodes needs no call stack", () => {
  const size = 100_000;
  assert.equal(cyclicComponents(size, (node) => [(node + 1) % size])[0]?.length, size);
});
