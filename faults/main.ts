import { parseArgs } from "node:util";
import { FAULT_CLASSES } from "./fault-classes.ts";
import { FaultWorld } from "./fault-world.ts";
import { inflict } from "./inflict.ts";
import { outcomeTable, violationCount } from "./outcome-table.ts";
import { seededRandom } from "./seeded-random.ts";
import { addOutcome, noOutcome, type Outcome } from "./violations.ts";

const USAGE = `npm run torture -- [--seed S] [--minutes M] [--scale N] [class …]

Every class of faults against the real server, round after round, until M minutes have passed (at least one round;
2 by default). The same seed injects the same faults. N times as many sessions as npm test, 2 by default.
`;
const MS_PER_MINUTE = 60_000;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    minutes: { type: "string", default: "2" },
    scale: { type: "string", default: "2" },
  },
});
const [seed, minutes, scale] = [Number(values.seed), Number(values.minutes), Number(values.scale)];
const classes = FAULT_CLASSES.filter(({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)));
if (!Number.isInteger(seed) || !(minutes > 0) || !Number.isInteger(scale) || scale < 1 || classes.length === 0) {
  process.stderr.write(USAGE);
  process.exit(2);
}

const outcomes = new Map<string, Outcome>(classes.map(({ name }) => [name, noOutcome()]));
const random = seededRandom(seed);
const world = await FaultWorld.start();
const end = performance.now() + minutes * MS_PER_MINUTE;
let round = 0;
do {
  round += 1;
  for (const fault of classes) {
    const began = performance.now();
    const outcome = await inflict(fault, { world, random: random.fork(), scale, say });
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    say(
      `round ${round}: ${fault.name}, ${outcome.sessions} sessions, ${violationCount(outcome.violations)} violations (${seconds} s)`,
    );
    addOutcome(outcomes.get(fault.name) ?? noOutcome(), outcome);
  }
} while (performance.now() < end);
await world.close();

const all = noOutcome();
for (const outcome of outcomes.values()) addOutcome(all, outcome);
say(`\nseed ${seed}, ${round} rounds\n${outcomeTable(new Map([...outcomes, ["all", all]]))}`);
process.exit(violationCount(all.violations) === 0 ? 0 : 1);
