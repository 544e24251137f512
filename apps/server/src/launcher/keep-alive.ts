import { setTimeout as delay } from "node:timers/promises";
import type { Child, Exit } from "./child.ts";

/** Long enough that our own Ctrl-C arrives before we mistake a child's end by it for a death; far below the promised second. Milliseconds. */
const RESTART_DELAY_MS = 100;

/** What `keepAlive` needs of its surroundings. */
export interface KeepAliveOptions {
  start(): Child;
  /** Whether it may be started once more after this death. */
  mayRestart(exit: Exit): boolean;
  /** Told of every death that is followed by a restart. */
  onRestart(exit: Exit): void;
}

/** A process that is started again when it dies. */
export interface KeptAlive {
  /** Of the first start. */
  readonly ready: Promise<Exit | "ready">;
  /** Resolves when it is given up: it ended before it was ever ready, or died too often. Never after `stop`. */
  readonly lost: Promise<Exit>;
  /** As of a child; it is not started again. */
  stop(grace_ms: number): Promise<Exit>;
}

/** Starts a child and starts it again whenever it dies, as long as the budget lasts. */
export function keepAlive(options: KeepAliveOptions): KeptAlive {
  let child = options.start();
  let stopping = false;
  const { ready } = child;
  const lost = new Promise<Exit>((resolve) => {
    void watch().then((exit) => {
      if (!stopping) resolve(exit);
    });
  });

  async function watch(): Promise<Exit> {
    const first = await ready;
    if (first !== "ready") return first;
    for (;;) {
      const exit = await child.exited;
      await delay(RESTART_DELAY_MS);
      if (stopping || !options.mayRestart(exit)) return exit;
      options.onRestart(exit);
      child = options.start();
    }
  }

  return {
    ready,
    lost,
    stop(grace_ms) {
      stopping = true;
      return child.stop(grace_ms);
    },
  };
}
