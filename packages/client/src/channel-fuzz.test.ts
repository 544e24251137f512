import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { plans } from "./testing/fuzz-plan.ts";
import { FuzzRun } from "./testing/fuzz-run.ts";

const runs = (fatal: boolean) =>
  fc.record({
    plan: plans({ fatal }),
    length: fc.integer({ min: 1, max: 30 }),
    random: fc.double({ min: 0, max: 0.999, noNaN: true }),
    blocked: fc.nat(2),
    cut: fc.integer({ min: 1, max: 500 }),
  });

test("CL2 CL8 over every fault that a client comes back from, over every transport, it delivers the log exactly once and is done", async () => {
  await fc.assert(
    fc.asyncProperty(runs(false), async (options) => {
      const run = new FuzzRun(options);
      await run.run(2_000);
      assert.equal(run.state, "done");
      run.checkComplete();
      run.checkBudget();
      await run.checkLeaks();
    }),
    { numRuns: 300 },
  );
});

test("CL2 CL8 over every fault at all, what it delivered is the beginning of the log, and it ends done or failed", async () => {
  await fc.assert(
    fc.asyncProperty(runs(true), async (options) => {
      const run = new FuzzRun(options);
      await run.run(2_000);
      assert.ok(run.isOver);
      run.checkDelivered();
      if (run.state === "done") run.checkComplete();
      run.checkBudget();
      await run.checkLeaks();
    }),
    { numRuns: 300 },
  );
});

test("CL9 closed at any moment, it leaves nothing behind", async () => {
  await fc.assert(
    fc.asyncProperty(runs(true), fc.nat(60), async (options, steps) => {
      const run = new FuzzRun(options);
      await run.run(steps);
      run.checkDelivered();
      await run.checkLeaks();
    }),
    { numRuns: 150 },
  );
});
