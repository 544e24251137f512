import { eachOf } from "../../check/pool.ts";
import { faultsOf } from "../mistake-trial.ts";
import { mistakeWorld, tryInNode } from "../mistakes-in-node.ts";
import { isFinalAt, MOMENTS, URL_MISTAKES } from "../url-mistake.ts";
import { addViolations, noOutcome, type Outcome } from "../violations.ts";
import type { FaultRun } from "../watch-run.ts";

/** Ten seconds of suspicion are two of ours. */
const SPEED = 5;
const AT_A_TIME = 12;

/** Every mistake about the address, at the first dial and after a good session: final, cheap, and said once. */
export async function urlMistakes(run: FaultRun): Promise<Outcome> {
  const outcome = noOutcome();
  const at = await mistakeWorld(run.world);
  const once = URL_MISTAKES.flatMap((mistake) => MOMENTS.map((moment) => ({ mistake, moment })));
  const cases = Array.from({ length: run.scale }, () => once.filter(({ mistake, moment }) => isFinalAt(mistake, moment))).flat();
  await eachOf(cases, AT_A_TIME, async ({ mistake, moment }) => {
    const random = run.random.fork();
    const { trial, violations, delivered } = await tryInNode(at, { random, speed: SPEED, mistake, moment });
    const wrong = faultsOf(trial);
    if (wrong.length > 0) run.say(`${mistake.what}, ${moment}: ${wrong.join(", ")}`);
    addViolations(outcome.violations, violations);
    outcome.violations.unexpected += wrong.length;
    outcome.sessions += 1;
    outcome.faults += 1;
    outcome.delivered += delivered;
  });
  return outcome;
}
