import assert from "node:assert/strict";
import { test } from "node:test";
import { concept, plan, roadmap } from "./roadmap.fixture.ts";
import { indexRoadmap, planOrder, startingPoint } from "./roadmap-index.ts";

const example = roadmap(
  [
    [concept("a"), concept("b", "a"), concept("x")],
    [concept("c", "b", "x?"), concept("d", "a", "c")],
  ],
  plan([["b", "a"], ["a", "r:b", "c"], ["d"]], { cut: ["x"] }),
);

test("WEB33 the plan's first concept is next, others are ready or locked, what was cut is in no week", () => {
  const { concepts, next } = indexRoadmap(example);
  assert.equal(next, "b");
  assert.deepEqual(
    [...concepts.values()].map((c) => [c.concept.concept_id, c.readiness]),
    [
      ["a", "ready"],
      ["b", "next"],
      ["x", "cut"],
      ["c", "locked"],
      ["d", "locked"],
    ],
  );
});

test("WEB33 only hard prerequisites lock", () => {
  const soft = roadmap([[concept("a"), concept("b", "a?")]], plan([["a", "b"]]));
  assert.equal(indexRoadmap(soft).concepts.get("b")?.readiness, "ready");
});

test("WEB33 neighbours: what is needed, hard before soft, and what builds on it", () => {
  const { concepts } = indexRoadmap(
    roadmap([[concept("a"), concept("b"), concept("c", "a?", "b", "gone")]], plan([["a", "b", "c"]])),
  );
  assert.deepEqual(concepts.get("c")?.needs, ["b", "a"]);
  assert.deepEqual(concepts.get("b")?.leadsTo, ["c"]);
});

test("WEB34 the plan's order names each concept once, reviews do not count, the rest follows in reading order", () => {
  assert.deepEqual(planOrder(example.plan), ["b", "a", "c", "d"]);
  assert.deepEqual(indexRoadmap(example).order, ["b", "a", "c", "d", "x"]);
});

test("WEB34 someone who wants a locked concept begins with the earliest it needs, however deep", () => {
  const deep = roadmap(
    [[concept("a"), concept("b", "a"), concept("c", "b"), concept("z")]],
    plan([
      ["z", "a"],
      ["b", "c"],
    ]),
  );
  assert.equal(startingPoint("c", indexRoadmap(deep)), "a");
  assert.equal(startingPoint("z", indexRoadmap(deep)), "z");
});
