import { generationFold, type Snapshot } from "@wayfinder/protocol/fold";
import { createTaskChannel, type TaskChannel } from "../channel.ts";
import { webSocketTransport } from "../web-socket-transport.ts";
import { FakeWorld } from "./fake-world.ts";
import { TASK } from "./messages.ts";

/** A channel over real sockets, in a time that the test moves: waits cost nothing. */
export class LoopbackChannel extends FakeWorld {
  readonly channel: TaskChannel<Snapshot>;

  constructor(url: string) {
    super();
    this.channel = createTaskChannel({
      url,
      task_id: TASK,
      fold: generationFold,
      environment: {
        ...this.environment,
        transport: webSocketTransport(WebSocket),
        fetch,
        schedule: (run) => {
          const soon = setImmediate(run);
          return () => clearImmediate(soon);
        },
      },
    });
  }

  get connection() {
    return this.channel.getState().connection;
  }

  get dials(): number {
    return this.channel.getState().counters.dials;
  }

  /** Waits for real answers, lets waits pass at once, and stops in a state of `ends`. */
  async until(...ends: readonly string[]): Promise<void> {
    for (let i = 0; i < 50; i++) {
      const { state } = this.connection;
      if (ends.includes(state)) return;
      if (state === "backoff" || state === "suspended") this.clock.runNext();
      await this.#change();
    }
    throw new Error(`Still ${this.connection.state}`);
  }

  #change(): Promise<void> {
    const before = this.channel.getState();
    return new Promise((resolve) => {
      const done = (): void => {
        unsubscribe();
        resolve();
      };
      const unsubscribe = this.channel.subscribe(done);
      if (this.channel.getState() !== before) done();
    });
  }
}
