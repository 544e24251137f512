import type { FaultClass } from "./fault-classes.ts";
import type { Outcome } from "./violations.ts";
import type { FaultRun } from "./watch-run.ts";

/** Runs one class and adds what only the process and the server know: rejections nobody handled, sends after close. */
export async function inflict(fault: FaultClass, circumstances: Omit<FaultRun, "opened">): Promise<Outcome> {
  const run: FaultRun = { ...circumstances, opened: new Set() };
  let rejections = 0;
  const onRejection = (reason: unknown): void => {
    rejections += 1;
    run.say(`unhandled: ${String(reason)}`);
  };
  process.on("unhandledRejection", onRejection);
  try {
    const outcome = await fault.inflict(run);
    for (const words of run.world.died) run.say(`a process died: ${words}`);
    outcome.violations.rejection += rejections + run.world.died.length;
    outcome.violations.sends_after_close += await run.world.takeSendsAfterClose();
    return outcome;
  } finally {
    for (const { client, proxy } of run.opened) {
      await client.close([]);
      await proxy.close();
    }
    process.off("unhandledRejection", onRejection);
  }
}
