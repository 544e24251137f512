import assert from "node:assert/strict";
import type { TaskEvent } from "@wayfinder/protocol";
import { generationFold, type Snapshot } from "@wayfinder/protocol/fold";
import { createTaskChannel, type TaskChannel } from "../channel.ts";
import type { FakeAnswer, FakeRequest } from "./fake-fetch.ts";
import { fakeStream } from "./fake-stream.ts";
import { FakeConnection } from "./fake-transport.ts";
import { FakeWorld, NO_LEAKS } from "./fake-world.ts";
import type { LinePlan } from "./fuzz-plan.ts";
import { FuzzPolls } from "./fuzz-polls.ts";
import { FuzzServer, type FuzzHands } from "./fuzz-server.ts";
import { TASK, URL_OF_TASK } from "./messages.ts";

const SIGNED_426: FakeAnswer = { status: 426, headers: { "X-Task-Channel": "1" } };

export interface FuzzOptions {
  readonly plan: readonly LinePlan[];
  readonly length: number;
  readonly random: number;
  /** How many transports something on the way blocks: none, WebSocket, server-sent events, too. */
  readonly blocked: number;
  /** How many bytes of a stream come at once. */
  readonly cut: number;
}

/** One channel against one server without mercy, over whatever transport is left, and everything the oracle needs to know. */
export class FuzzRun {
  readonly world: FakeWorld;
  readonly server: FuzzServer;
  readonly channel: TaskChannel<Snapshot>;
  readonly delivered: { log: string; seq: number }[] = [];
  clicks = 0;
  readonly #options: FuzzOptions;
  readonly #polls: FuzzPolls;
  readonly #streams: FakeConnection[] = [];
  readonly #timers: unknown[] = [];
  /** When something was dialled, over any transport. */
  readonly #dials: number[] = [];
  /** Whether the newest dial met what blocks it. */
  #met_block = false;

  constructor(options: FuzzOptions) {
    this.#options = options;
    const hands: FuzzHands = {
      setTimer: (run, after_ms) => void this.#timers.push(this.world.clock.setTimer(run, after_ms)),
      signal: (signal) => this.world.signals.tell(signal),
      click: () => this.click(),
    };
    this.server = new FuzzServer({ plans: options.plan, length: options.length, hands });
    this.#polls = new FuzzPolls(this.server, hands);
    this.world = new FakeWorld({
      random: () => options.random,
      answer: (request) => this.#answer(request),
      dial: (connection) => {
        if (this.#noteDial(1)) hands.setTimer(() => connection.isOpen && connection.end(1006), 5);
        else {
          this.#checkResume(connection.url.searchParams);
          this.server.accept(connection);
        }
      },
      send: (_, message) => {
        if (message.type === "ack") assert.ok(message.seq <= this.delivered.length, "acked what was not delivered");
      },
    });
    this.channel = createTaskChannel({
      url: URL_OF_TASK,
      task_id: TASK,
      fold: generationFold,
      environment: this.world.environment,
      onEvent: (event) => this.#onEvent(event),
      onReset: () => void (this.delivered.length = 0),
    });
  }

  /** Counts a dial over the `nth` transport, and tells whether that one is blocked. */
  #noteDial(nth: number): boolean {
    this.#dials.push(this.world.clock.now());
    this.#met_block = this.#options.blocked >= nth;
    return this.#met_block;
  }

  #answer(request: FakeRequest): FakeAnswer {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === `/api/v1/tasks/${TASK}`) {
      this.#noteDial(3);
      return this.#polls.task();
    }
    if (!pathname.endsWith("/events")) return this.#met_block && pathname.includes("/ws/") ? SIGNED_426 : this.server.answer();
    const headers = new Headers(request.init.headers);
    if (headers.get("Accept") !== "text/event-stream") return this.#polls.poll(searchParams);
    if (this.#noteDial(2)) return { status: 502 };
    const place = headers.get("Last-Event-ID");
    if (place !== null) assert.equal(place, `${searchParams.get("epoch")}:${searchParams.get("after")}`);
    this.#checkResume(searchParams);
    return this.#stream(request);
  }

  #stream({ url, init }: FakeRequest): Promise<Response> {
    const hungUp = (): void => void (connection.hung_up = true);
    const { handlers, response } = fakeStream({ signal: init.signal as AbortSignal, cut: this.#options.cut, hungUp });
    const connection = new FakeConnection(url, this.world.clock.now(), handlers);
    this.#streams.push(connection);
    this.server.accept(connection);
    return response;
  }

  /** A dial asks for what follows the last event delivered, in its log. */
  #checkResume(query: URLSearchParams): void {
    const last = this.delivered.at(-1);
    if (last !== undefined) assert.deepEqual([query.get("after"), query.get("epoch")], [String(last.seq), last.log]);
    else assert.ok(query.get("after") === null || query.get("after") === "0");
  }

  click(): void {
    this.clicks += 1;
    this.channel.retry();
  }

  /** Every third handler throws: the position must be set before it runs. */
  #onEvent(event: TaskEvent): void {
    const mark = event.type === "completed" ? event.roadmap_id : event.type === "progress" ? event.message : undefined;
    this.delivered.push({ log: mark?.split(":")[0] ?? "", seq: event.seq });
    if (event.seq % 3 === 0) throw new Error("broken view");
  }

  get state(): string {
    this.world.frame();
    return this.channel.getState().connection.state;
  }

  get isOver(): boolean {
    return ["done", "failed"].includes(this.state);
  }

  /** Runs at most `most` timers; a channel that only a person can wake is clicked. */
  async run(most: number): Promise<void> {
    for (let i = 0; i < most && !this.isOver; i++) {
      this.checkDelivered();
      if (this.world.http.requests.length > 0) await this.world.settle();
      if (!this.isOver && !this.world.clock.runNext()) this.click();
    }
  }

  /** What was delivered equals `log[1..k]` for some k: no gap, no duplicate, no other order, no other log. */
  checkDelivered(): void {
    const log = this.delivered[0]?.log;
    for (const [i, event] of this.delivered.entries()) assert.deepEqual(event, { log, seq: i + 1 });
  }

  /** A whole log, exactly: its final event included. */
  checkComplete(): void {
    this.checkDelivered();
    assert.equal(this.delivered.length, this.server.length);
    assert.equal(this.channel.getState().snapshot.seq, this.server.length);
  }

  /** No more dials than CL4 allows, over all transports together, but for a person's clicks and for dials that stayed. */
  checkBudget(): void {
    const times = this.#dials;
    for (const [i, at] of times.entries()) assert.ok(i === 0 || at - (times[i - 1] ?? 0) >= 250, "two dials within 250 ms");
    const counted = times.filter((at, i) => (times[i + 1] ?? Infinity) - at < 10_000);
    for (const [span, most] of [
      [60_000, 10],
      [3_600_000, 60],
    ] as const) {
      for (const start of counted) {
        const count = counted.filter((at) => at >= start && at < start + span).length;
        assert.ok(count <= most + this.clicks, `${count} dials within ${span} ms`);
      }
    }
  }

  /** Closes, and finds nothing left but the server's own timers. */
  async checkLeaks(): Promise<void> {
    this.channel.close();
    for (const timer of this.#timers) this.world.clock.clearTimer(timer);
    await this.world.settle();
    assert.deepEqual(this.world.leaks(), NO_LEAKS);
    assert.equal(this.#streams.filter((stream) => stream.isOpen).length, 0, "a stream left open");
    const dials = this.#dials.length;
    const requests = this.world.http.requests.length;
    this.world.clock.advance(3_600_000);
    await this.world.settle();
    assert.deepEqual([this.#dials.length, this.world.http.requests.length], [dials, requests]);
  }
}
