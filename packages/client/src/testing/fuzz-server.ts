import type { SignalName } from "../machine-input.ts";
import type { FakeConnection } from "./fake-transport.ts";
import type { FakeAnswer } from "./fake-fetch.ts";
import type { LinePlan, Step } from "./fuzz-plan.ts";
import { completed, connected, heartbeat, live, progress } from "./messages.ts";

export interface FuzzHands {
  setTimer(run: () => void, after_ms: number): void;
  signal(signal: SignalName): void;
  click(): void;
}

interface Served {
  readonly connection: FakeConnection;
  readonly log: string;
  /** The last number sent. */
  cursor: number;
}

/** A server that follows the rules of resuming, and on each connection does what its plan says; without a plan it is honest. */
export class FuzzServer {
  readonly length: number;
  readonly #plans: LinePlan[];
  readonly #hands: FuzzHands;
  #logs = 1;
  #present: LinePlan | undefined;
  #before: Served | undefined;
  readonly #served: Served[] = [];

  constructor({ plans, length, hands }: { plans: readonly LinePlan[]; length: number; hands: FuzzHands }) {
    this.#plans = [...plans];
    this.length = length;
    this.#hands = hands;
  }

  /** The epoch of the present log. */
  get log(): string {
    return `log-${this.#logs}`;
  }

  answer(): FakeAnswer {
    return this.#present?.answer ?? { status: 426, headers: { "X-Task-Channel": "1" } };
  }

  /** A dial takes the next plan, which then is the present one. */
  nextPlan(): LinePlan | undefined {
    this.#present = this.#plans.shift();
    return this.#present;
  }

  /** The server is restored from elsewhere: whoever is connected is cut off. */
  switchLog(): void {
    this.#logs += 1;
    for (const { connection } of this.#served) if (connection.isOpen) connection.end(1006);
  }

  /** A client dialled. */
  accept(connection: FakeConnection): void {
    const plan = this.nextPlan();
    const before = this.#served.at(-1);
    this.#before = before;
    const served: Served = { connection, log: this.log, cursor: 0 };
    this.#served.push(served);
    this.#hands.setTimer(() => this.#begin(served, plan), 5);
  }

  #begin(served: Served, plan: LinePlan | undefined): void {
    if (!served.connection.isOpen) return;
    if (plan?.opens === false) return served.connection.end(1006);
    this.#connect(served);
    this.#walk(served, plan === undefined ? this.#honest() : plan.steps, plan?.dies ?? false);
  }

  #honest(): readonly Step[] {
    return [{ do: "events", count: this.length }, { do: "live" }, { do: "wait", ms: 1_000 }, { do: "end", code: 4000 }];
  }

  #connect(served: Served): void {
    const { searchParams } = served.connection.url;
    const after = searchParams.get("after");
    const epoch = searchParams.get("epoch") ?? this.log;
    const is_other = epoch !== this.log || Number(after) > this.length;
    const resume = after === null ? "fresh" : is_other ? "reset" : "ok";
    served.cursor = resume === "ok" ? Number(after) : 0;
    const hello = connected({ epoch: this.log, head: this.length, from: served.cursor + 1, resume, ack_every: 3 });
    served.connection.open().say(hello);
  }

  #walk(served: Served, steps: readonly Step[], dies: boolean): void {
    for (const [i, step] of steps.entries()) {
      if (served.connection.ended) return;
      if (step.do === "wait") return this.#hands.setTimer(() => this.#walk(served, steps.slice(i + 1), dies), step.ms);
      this.#take(served, step);
    }
    if (dies && !served.connection.ended) served.connection.end(1006);
  }

  #take(served: Served, step: Exclude<Step, { do: "wait" }>): void {
    const { connection } = served;
    switch (step.do) {
      case "events":
        for (let i = 0; i < step.count && served.cursor < this.length; i++)
          connection.say(this.event(served.log, ++served.cursor));
        return;
      case "repeat":
        if (served.cursor > 0) connection.say(this.event(served.log, Math.max(1, served.cursor - step.back)));
        return;
      case "skip":
        served.cursor = Math.min(this.length, served.cursor + step.count);
        return;
      case "swap":
        if (served.cursor + 2 > this.length) return;
        connection.say(this.event(served.log, served.cursor + 2), this.event(served.log, served.cursor + 1));
        served.cursor += 2;
        return;
      case "junk":
        return void connection.say(step.frame);
      case "stale":
        return this.#stale(served);
      case "live":
        return void connection.say(live(this.length));
      case "heartbeat":
        return void connection.say(heartbeat(this.length));
      case "other_log":
        return this.switchLog();
      case "signal":
        return this.#hands.signal(step.signal);
      case "click":
        return this.#hands.click();
      case "end":
        return connection.end(step.code);
    }
  }

  /** The most tempting frames of the connection before: the number that is next now. */
  #stale(served: Served): void {
    const before = this.#before;
    if (before === undefined || before === served || !before.connection.hung_up) return;
    before.connection.say(progress(served.cursor + 1, "stale"), progress(before.cursor + 1, "stale"));
  }

  /** An event that tells which log it is of. */
  event(log: string, seq: number): object {
    const mark = `${log}:${seq}`;
    return seq === this.length ? { ...completed(seq), roadmap_id: mark } : progress(seq, mark);
  }
}
