import type { Socket } from "node:net";
import type { Clock } from "@wayfinder/client";
import type { Direction, LinkFault, Stop } from "./link-fault.ts";
import type { Random } from "./seeded-random.ts";

/** So many bytes may wait in a lane; then the sender is not read any more and feels it. */
const HELD_BYTES = 64 * 1024;
const MS_PER_S = 1_000;

export interface LaneOptions {
  readonly from: Socket;
  readonly to: Socket;
  readonly direction: Direction;
  readonly fault: () => LinkFault;
  readonly random: Random;
  readonly clock: Clock;
  /** The stop of the fault was reached. */
  readonly onStop: (stop: Stop) => void;
}

/** One direction of a proxied connection: takes bytes in and passes them on as its fault says. */
export class Lane {
  readonly #o: LaneOptions;
  readonly #queue: { bytes: Buffer; due: number }[] = [];
  #held = 0;
  #passed = 0;
  #free_at = 0;
  #timer: unknown = null;
  #busy = false;
  #ended = false;
  #stalled = false;
  #over = false;

  constructor(options: LaneOptions) {
    this.#o = options;
    const { from } = options;
    from.on("data", (bytes: Buffer) => this.#take(bytes));
    const onEnd = (): void => {
      this.#ended = true;
      this.pass();
    };
    from.on("end", onEnd);
    from.on("close", onEnd); // a reset has no end
  }

  /** Whether nothing goes on, not even an end. */
  get stalled(): boolean {
    return this.#stalled;
  }

  stall(): void {
    this.#stalled = true;
  }

  /** Ends a stall: what was held goes on, and an end, too. */
  resume(): void {
    this.#stalled = false;
    this.pass();
  }

  /** Nothing is passed any more. */
  close(): void {
    this.#over = true;
    this.#o.clock.clearTimer(this.#timer);
  }

  /** Passes what is due; the fault may have changed. */
  pass = (): void => {
    if (this.#busy || this.#over || this.#stalled) return;
    if (this.#stopHere()) return;
    const first = this.#queue[0];
    if (first === undefined) {
      if (this.#ended) this.#o.to.end();
      return;
    }
    const wait = Math.max(first.due, this.#free_at) - this.#o.clock.now();
    if (wait > 0) return this.#later((run) => (this.#timer = this.#o.clock.setTimer(run, wait)));
    this.#write(first);
  };

  #take(bytes: Buffer): void {
    const { latency_ms = 0, jitter_ms = 0 } = this.#o.fault();
    this.#queue.push({ bytes, due: this.#o.clock.now() + latency_ms + this.#o.random.next() * jitter_ms });
    this.#held += bytes.length;
    if (this.#held >= HELD_BYTES) this.#o.from.pause();
    this.pass();
  }

  /** Whether the bytes before the stop have passed, and so it happens. */
  #stopHere(): boolean {
    const stop = this.#stop();
    if (stop === undefined || this.#passed < stop.after || (this.#queue.length === 0 && stop.how !== "stall")) return false;
    this.#o.onStop(stop);
    return true;
  }

  #stop(): Stop | undefined {
    const { stop } = this.#o.fault();
    return stop?.direction === this.#o.direction ? stop : undefined;
  }

  #write(first: { bytes: Buffer; due: number }): void {
    const { slice, rate } = this.#o.fault();
    const stop = this.#stop();
    const most = Math.min(
      first.bytes.length,
      slice ? this.#o.random.int(...slice) : Infinity,
      stop ? stop.after - this.#passed : Infinity,
    );
    const piece = first.bytes.subarray(0, most);
    first.bytes = first.bytes.subarray(most);
    if (first.bytes.length === 0) this.#queue.shift();
    this.#passed += most;
    this.#held -= most;
    if (rate !== undefined) this.#free_at = this.#o.clock.now() + (most / rate) * MS_PER_S;
    if (this.#held < HELD_BYTES) this.#o.from.resume();
    const hasRoom = this.#o.to.write(piece);
    this.#later((run) => (hasRoom ? setImmediate(run) : this.#o.to.once("drain", run)));
  }

  #later(ask: (run: () => void) => void): void {
    this.#busy = true;
    ask(() => {
      this.#busy = false;
      this.pass();
    });
  }
}
