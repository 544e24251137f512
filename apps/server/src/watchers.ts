import { CLOSE } from "@wayfinder/protocol";
import type { Store } from "@wayfinder/engine";
import type { Streams } from "./http/streams.ts";
import type { WaitingPolls } from "./http/waiting-polls.ts";
import type { Sockets } from "./realtime/sockets.ts";

/** All who watch from this process, over any transport. */
export class Watchers {
  readonly #all: readonly (Sockets | Streams)[];

  readonly #sockets: Sockets;
  readonly #polls: Pick<WaitingPolls, "size">;

  constructor(sockets: Sockets, streams: Streams, polls: Pick<WaitingPolls, "size">) {
    this.#all = [sockets, streams];
    this.#sockets = sockets;
    this.#polls = polls;
  }

  get size(): number {
    return this.#all.reduce((sum, { size }) => sum + size, this.#polls.size);
  }

  tick(): void {
    for (const some of this.#all) some.tick();
  }

  /**
   * Closes those of a task when its log is removed (LG10), and has everybody come again when the database is in another history (LG4): their epochs then
   * no longer hold, and they are reset. Until the returned function is called.
   */
  closeGone(store: Pick<Store, "onWakeUp">, random: () => number): () => void {
    return store.onWakeUp((wakeUp) => {
      if (wakeUp.kind === "gone") for (const some of this.#all) some.closeTask(wakeUp.task_id, CLOSE.gone);
      if (wakeUp.kind === "history") this.#sendBack(random);
    });
  }

  /** Tells everybody to come back, each after a time of its own, and newcomers too (SD6). */
  drain(random: () => number): void {
    this.#sockets.drain();
    this.#sendBack(random);
  }

  #sendBack(random: () => number): void {
    for (const some of this.#all) some.sendBack(random);
  }
}
