import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { FAULT_CLASSES } from "../faults/fault-classes.ts";
import { FaultWorld } from "../faults/fault-world.ts";
import { inflict } from "../faults/inflict.ts";
import { outcomeTable } from "../faults/outcome-table.ts";
import { seededRandom } from "../faults/seeded-random.ts";
import { noViolations, type Outcome } from "../faults/violations.ts";

/** Any seed has to do; a fixed one makes a failure come again. */
const SEED = 20_260_101;

const outcomes = new Map<string, Outcome>();
const random = seededRandom(SEED);
let world: FaultWorld;

before(async () => (world = await FaultWorld.start()));
after(async () => {
  await world.close();
  console.log(outcomeTable(outcomes));
});

for (const fault of FAULT_CLASSES) {
  test(`${fault.rules} ${fault.name}: what every client delivered is the log, exactly once, in order, to its end`, async () => {
    const said: string[] = [];
    const run = { world, random: random.fork(), scale: 1, say: (line: string) => void said.push(line) };
    const outcome = await inflict(fault, run);
    outcomes.set(fault.name, outcome);
    assert.deepEqual(outcome.violations, noViolations(), said.join("\n"));
    assert.ok(outcome.faults > 0 && outcome.delivered > 0, "faults hit and events came");
  });
}
