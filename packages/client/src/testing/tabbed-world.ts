import assert from "node:assert/strict";
import type { TaskEvent } from "@wayfinder/protocol";
import { generationFold, type Snapshot } from "@wayfinder/protocol/fold";
import { createTaskChannel, type TaskChannel } from "../channel.ts";
import { FakeSignals } from "./fake-signals.ts";
import { FakeBrowser, type FakeTab } from "./fake-tabs.ts";
import type { FakeConnection } from "./fake-transport.ts";
import { FakeWorld, NO_LEAKS } from "./fake-world.ts";
import { connected, EPOCH, live, TASK, URL_OF_TASK } from "./messages.ts";

/** One tab, and what it delivered since the last reset. */
export interface Tab {
  readonly port: FakeTab;
  readonly channel: TaskChannel<Snapshot>;
  readonly delivered: TaskEvent[];
  readonly numbers: number[];
  readonly signals: FakeSignals;
}

/** Tabs of one browser in one world; over HTTP the log is `log`. */
export class TabbedWorld extends FakeWorld {
  log: { seq: number }[] = [];
  epoch = EPOCH;
  /** Whether HTTP does not answer. */
  silent = false;
  readonly browser: FakeBrowser;
  readonly tabs: Tab[] = [];
  readonly #accepted: FakeConnection[] = [];

  constructor({ loses = () => false, accepts = false }: { loses?: () => boolean; accepts?: boolean } = {}) {
    super({
      dial: (connection) => {
        if (accepts) queueMicrotask(() => connection.isOpen && this.accept());
      },
      answer: ({ url }) => {
        const { pathname, searchParams } = new URL(url);
        if (this.silent) return "silent";
        if (!pathname.endsWith("/events")) return "unreachable";
        const after = searchParams.get("epoch") === this.epoch ? Number(searchParams.get("after")) : 0;
        return { status: 200, body: { events: this.log.slice(after, after + 3), head: this.log.length, epoch: this.epoch } };
      },
    });
    this.browser = new FakeBrowser(this.clock, loses);
  }

  open(after?: number): Tab {
    const port = this.browser.tab();
    const delivered: TaskEvent[] = [];
    const signals = new FakeSignals();
    const channel = createTaskChannel({
      url: URL_OF_TASK,
      task_id: TASK,
      fold: generationFold,
      after,
      environment: { ...this.environment, tabs: async () => port, signals },
      onEvent: (event) => void delivered.push(event),
      onReset: () => void (delivered.length = 0),
    });
    const tab: Tab = {
      port,
      channel,
      delivered,
      signals,
      get numbers() {
        return delivered.map((event) => event.seq);
      },
    };
    this.tabs.push(tab);
    return tab;
  }

  /** Lets `ms` pass, and everything that was asked be answered. */
  async pass(ms = 20): Promise<void> {
    for (let i = 0; i < 5; i++) {
      this.clock.advance(ms / 5);
      await this.settle();
    }
    this.frame();
  }

  /** The server adds to the log and tells whoever is connected. */
  async add(...events: { seq: number }[]): Promise<void> {
    this.log.push(...events);
    for (const connection of this.#accepted) if (connection.isOpen) connection.say(...events);
    await this.pass();
  }

  /** The newest dial connects. */
  accept(): void {
    const dial = this.transport.last;
    const head = this.log.length;
    this.#accepted.push(dial);
    const after = dial.url.searchParams.get("after");
    const resume = after === null ? "fresh" : dial.url.searchParams.get("epoch") === this.epoch ? "ok" : "reset";
    const from = resume === "ok" ? Number(after) : 0;
    dial.open().say(connected({ head, from: from + 1, resume, epoch: this.epoch }), ...this.log.slice(from), live(head));
  }

  state(tab: Tab | undefined) {
    this.frame();
    const { state, shared } = tab?.channel.getState().connection ?? {};
    return [state, shared];
  }

  /** Closes all, and finds nothing left. */
  async end(): Promise<void> {
    for (const { channel, signals } of this.tabs) {
      channel.close();
      assert.equal(signals.listeners.size, 0);
    }
    await this.pass();
    assert.deepEqual([this.leaks(), this.browser.leaks], [NO_LEAKS, 0]);
  }
}
