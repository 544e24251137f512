import assert from "node:assert/strict";
import { test } from "node:test";
import { layTrail, type Place, type SpineStage } from "./trail-map.ts";

const stage = (id: string, ...modules: string[][]): SpineStage<{ concept_id: string; name: string }> => ({
  stage_id: id,
  name: id,
  description: id,
  modules: modules.map((ids, n) => ({
    module_id: `${id}${n}`,
    name: "m",
    concepts: ids.map((c) => ({ concept_id: c, name: c })),
  })),
});
const stages = [stage("s", ["a", "b"], ["c"]), stage("t", ["d", "e"], ["f"], ["g"])];
const places = (here: Parameters<typeof layTrail>[1]): Record<string, Place> =>
  Object.fromEntries(
    layTrail(stages, here).flatMap((s) =>
      s.modules.flatMap((m) => m.rows.map(({ concept, place }) => [concept.concept_id, place])),
    ),
  );

test("WEB31 what stands before you in reading order is walked, the rest is ahead", () => {
  assert.deepEqual(places({ concept_id: "e" }), {
    a: "walked",
    b: "walked",
    c: "walked",
    d: "walked",
    e: "here",
    f: "ahead",
    g: "ahead",
  });
});

test("WEB31 at the start all is ahead, at the end all is walked, an unknown concept is no place", () => {
  assert.deepEqual(new Set(Object.values(places("start"))), new Set(["ahead"]));
  assert.deepEqual(new Set(Object.values(places("end"))), new Set(["walked"]));
  assert.deepEqual(new Set(Object.values(places({ concept_id: "none" }))), new Set(["ahead"]));
});

test("WEB31 stages and modules are numbered from 1 and stand where their concepts stand", () => {
  const map = layTrail(stages, { concept_id: "e" });
  assert.deepEqual(
    map.map((s) => [s.number, s.place]),
    [
      [1, "walked"],
      [2, "here"],
    ],
  );
  assert.deepEqual(
    map[1]?.modules.map((m) => [m.number, m.place]),
    [
      ["2.1", "here"],
      ["2.2", "ahead"],
      ["2.3", "ahead"],
    ],
  );
});

test("WEB31 the line beside a rank is solid only when both of its modules are walked", () => {
  const solid = (concept_id: string) => layTrail(stages, { concept_id }).map((s) => s.modules.map((m) => m.solid));
  assert.deepEqual(solid("f"), [
    [true, true],
    [false, false, false],
  ]);
  assert.deepEqual(solid("g"), [
    [true, true],
    [true, true, false],
  ]);
});
