import assert from "node:assert/strict";
import { test } from "node:test";
import type { TaskEvent } from "@wayfinder/protocol";
import fc from "fast-check";
import { createTaskChannel, type TaskChannel } from "./channel.ts";
import { FakeWorld, NO_LEAKS } from "./testing/fake-world.ts";
import { plans, type LinePlan } from "./testing/fuzz-plan.ts";
import { FuzzServer } from "./testing/fuzz-server.ts";
import { TASK, URL_OF_TASK } from "./testing/messages.ts";

/** One channel against one server without mercy, and everything the oracle needs to know. */
class FuzzRun {
  readonly world: FakeWorld;
  readonly server: FuzzServer;
  readonly channel: TaskChannel;
  readonly delivered: { log: string; seq: number }[] = [];
  clicks = 0;
  readonly #timers: unknown[] = [];

  constructor({ plan, length, random }: { plan: readonly LinePlan[]; length: number; random: number }) {
    this.server = new FuzzServer({
      plans: plan,
      length,
      hands: {
        setTimer: (run, after_ms) => void this.#timers.push(this.world.clock.setTimer(run, after_ms)),
        signal: (signal) => this.world.signals.tell(signal),
        click: () => this.click(),
      },
    });
    this.world = new FakeWorld({
      random: () => random,
      answer: () => this.server.answer(),
      dial: (connection) => {
        this.#checkResume(connection.url.searchParams);
        this.server.accept(connection);
      },
      send: (_, message) => {
        if (message.type === "ack") assert.ok(message.seq <= this.delivered.length, "acked what was not delivered");
      },
    });
    this.channel = createTaskChannel({
      url: URL_OF_TASK,
      task_id: TASK,
      environment: this.world.environment,
      onEvent: (event) => this.#onEvent(event),
      onReset: () => void (this.delivered.length = 0),
    });
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
      if (!this.world.clock.runNext()) this.click();
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

  /** No more dials than CL4 allows, but for a person's clicks and for dials that stayed. */
  checkBudget(): void {
    const times = this.world.transport.dials.map((dial) => dial.at);
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
    const dials = this.world.transport.dials.length;
    this.world.clock.advance(3_600_000);
    assert.equal(this.world.transport.dials.length, dials);
  }
}

const runs = (fatal: boolean) =>
  fc.record({
    plan: plans({ fatal }),
    length: fc.integer({ min: 1, max: 30 }),
    random: fc.double({ min: 0, max: 0.999, noNaN: true }),
  });

test("CL2 over every fault that a client comes back from, it delivers the log exactly once and is done", async () => {
  await fc.assert(
    fc.asyncProperty(runs(false), async (options) => {
      const run = new FuzzRun(options);
      await run.run(2_000);
      assert.equal(run.state, "done");
      run.checkComplete();
      run.checkBudget();
      await run.checkLeaks();
    }),
    { numRuns: 250 },
  );
});

test("CL2 over every fault at all, what it delivered is the beginning of the log, and it ends done or failed", async () => {
  await fc.assert(
    fc.asyncProperty(runs(true), async (options) => {
      const run = new FuzzRun(options);
      await run.run(2_000);
      assert.ok(run.isOver);
      run.checkDelivered();
      if (run.state === "done") run.checkComplete();
      run.checkBudget();
      await run.checkLeaks();
    }),
    { numRuns: 250 },
  );
});

test("CL9 closed at any moment, it leaves nothing behind", async () => {
  await fc.assert(
    fc.asyncProperty(runs(true), fc.nat(60), async (options, steps) => {
      const run = new FuzzRun(options);
      await run.run(steps);
      run.checkDelivered();
      await run.checkLeaks();
    }),
    { numRuns: 150 },
  );
});
