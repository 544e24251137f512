import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cutStages } from "./stage-cut.ts";

const concepts = (modules: string) => [...modules].map((module, i) => ({ id: `${module}${i}`, module, hours: { likely: 2 } }));
const shape = (modules: string) => cutStages(concepts(modules)).map((runs) => runs.map((r) => r.concepts.length).join("+"));

test("CT3 a stage ends between two topics where one ends near enough", () => {
  assert.deepEqual(shape("aaaabbbbbb"), ["4", "6"]);
  assert.deepEqual(shape("aabbbbbbbbbb"), ["2+4", "6"]);
});

test("CT3 a run that is too long becomes two modules of about the same length", () => {
  assert.deepEqual(shape("aaaaaaaaaabbbbbbbbbb"), ["5+5", "5", "5"]);
});

test("CT3 two to six stages, none of them empty, all concepts in their order", () => {
  const list = fc.array(
    fc.record({ module: fc.constantFrom("a", "b", "c"), likely: fc.integer({ min: 1, max: 80 }).map((q) => q / 4) }),
    {
      minLength: 2,
      maxLength: 120,
    },
  );
  fc.assert(
    fc.property(list, (rows) => {
      const order = rows.map(({ module, likely }, i) => ({ id: `c${i}`, module, hours: { likely } }));
      const stages = cutStages(order);
      assert.ok(stages.length >= 2 && stages.length <= 6);
      for (const runs of stages) {
        assert.ok(runs.length > 0);
        for (const run of runs) {
          assert.ok(run.concepts.length > 0 && run.concepts.length <= 8);
          assert.ok(run.concepts.every((c) => c.module === run.module));
        }
      }
      assert.deepEqual(
        stages.flat().flatMap((run) => run.concepts),
        order,
      );
    }),
  );
});
