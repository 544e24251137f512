/** Runs what was asked for in this turn of the event loop once each, together, at its end (MS2). */
export type Turn = (run: () => void) => void;

/** One turn shared by all sockets of a process: a thousand watchers of an event cost one callback, not a thousand. */
export function createTurn(): Turn {
  let waiting = new Set<() => void>();
  const end = (): void => {
    const runs = waiting;
    waiting = new Set();
    for (const run of runs) run();
  };
  return (run) => {
    if (waiting.size === 0) setImmediate(end);
    waiting.add(run);
  };
}
