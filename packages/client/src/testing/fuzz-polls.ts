import type { FakeAnswer } from "./fake-fetch.ts";
import type { LinePlan, Step } from "./fuzz-plan.ts";
import type { FuzzHands, FuzzServer } from "./fuzz-server.ts";
import { TASK } from "./messages.ts";

/** The long polls of a server without mercy: each poll takes one step of the plan; without a plan they are honest. */
export class FuzzPolls {
  readonly #server: FuzzServer;
  readonly #hands: FuzzHands;
  #plan: LinePlan | undefined;
  #steps: Step[] = [];

  constructor(server: FuzzServer, hands: FuzzHands) {
    this.#server = server;
    this.#hands = hands;
  }

  /** A connection begins: the client asks for the task. */
  task(): FakeAnswer {
    this.#plan = this.#server.nextPlan();
    this.#steps = [...(this.#plan?.steps ?? [])];
    if (this.#plan?.opens === false) return { status: 502 };
    return { status: 200, body: { task_id: TASK, status: "running" } };
  }

  poll(query: URLSearchParams): FakeAnswer {
    const step = this.#steps.shift();
    if (step === undefined) return this.#plan?.dies ? { status: 503 } : this.#page(this.#after(query), this.#server.length);
    const after = this.#after(query);
    switch (step.do) {
      case "events":
        return this.#page(after, after + step.count);
      case "repeat":
        return this.#page(Math.max(0, after - step.back - 1), after + 1);
      case "skip":
        return this.#page(after + step.count, after + step.count + 2);
      case "swap":
        return this.#answer([after + 2, after + 1]);
      case "junk":
        return { status: 200, body: step.frame };
      case "stale":
        return this.#answer([]);
      case "live":
      case "heartbeat":
        return this.#page(after, this.#server.length);
      case "other_log":
        this.#server.switchLog();
        return this.#page(0, 3);
      case "wait":
        return this.#late(query, step.ms);
      case "signal":
        this.#hands.signal(step.signal);
        return this.#answer([]);
      case "click":
        this.#hands.click();
        return this.#answer([]);
      case "end":
        return { status: 503 };
    }
  }

  #late(query: URLSearchParams, ms: number): Promise<Response> {
    return new Promise((resolve) => {
      this.#hands.setTimer(() => resolve(Response.json(this.#pageOf(this.#after(query), this.#server.length))), ms);
    });
  }

  /** Where a client with this query goes on: a place in another log is none (HS7). */
  #after(query: URLSearchParams): number {
    const after = Number(query.get("after"));
    const is_other = (query.get("epoch") ?? this.#server.log) !== this.#server.log || after > this.#server.length;
    return is_other ? 0 : after;
  }

  #page(after: number, to: number): FakeAnswer {
    return { status: 200, body: this.#pageOf(after, to) };
  }

  #pageOf(after: number, to: number): object {
    return this.#body(Array.from({ length: Math.max(0, to - after) }, (_, i) => after + i + 1));
  }

  #answer(numbers: readonly number[]): FakeAnswer {
    return { status: 200, body: this.#body(numbers) };
  }

  #body(numbers: readonly number[]): object {
    const { log, length } = this.#server;
    const events = numbers.filter((seq) => seq <= length).map((seq) => this.#server.event(log, seq));
    return { events, head: length, epoch: log };
  }
}
