import type { TaskEvent } from "@wayfinder/protocol";
import { generationFold, type Snapshot } from "@wayfinder/protocol/fold";
import { createTaskChannel, type TaskChannel, type TaskChannelOptions } from "../channel.ts";
import type { ChannelState } from "../channel-state.ts";
import { FakeWorld, type FakeWorldOptions } from "./fake-world.ts";
import { TASK, URL_OF_TASK } from "./messages.ts";

/** A channel in a fake world, with what it delivered since the last reset. */
export class WatchedChannel extends FakeWorld {
  readonly channel: TaskChannel<Snapshot>;
  delivered: TaskEvent[] = [];
  resets = 0;

  /** With `keeps: false` it does not keep what is delivered. */
  constructor(options: FakeWorldOptions & Partial<TaskChannelOptions> & { keeps?: boolean } = {}) {
    super(options);
    this.channel = createTaskChannel({
      url: URL_OF_TASK,
      task_id: TASK,
      fold: generationFold,
      environment: this.environment,
      onEvent: (event) => {
        if (options.keeps !== false) this.delivered.push(event);
        options.onEvent?.(event);
      },
      onReset: () => {
        this.delivered = [];
        this.resets += 1;
      },
      ...(options.getTicket === undefined ? {} : { getTicket: options.getTicket }),
      ...(options.url === undefined ? {} : { url: options.url }),
      ...(options.after === undefined ? {} : { after: options.after }),
    });
  }

  /** The state as of the next frame. */
  get state(): ChannelState<Snapshot> {
    this.frame();
    return this.channel.getState();
  }

  get connection() {
    return this.state.connection;
  }

  get numbers(): number[] {
    return this.delivered.map((event) => event.seq);
  }

  /** Runs timers, and answers to what they ask, until the channel is in `state`; fails after `most` steps. */
  async until(name: string, most = 500): Promise<void> {
    for (let i = 0; i < most; i++) {
      await this.settle();
      if (this.connection.state === name) return;
      if (!this.clock.runNext()) break;
    }
    await this.settle();
    if (this.connection.state !== name) throw new Error(`Still ${this.connection.state}, wanted ${name}`);
  }
}
