import type { ServerResponse } from "node:http";
import { wireText, type Store, type StoredEvent, type TaskRecord } from "@wayfinder/engine";
import { CLOSE, isFinal, isFinalEvent, SUBPROTOCOL, type CloseCode, type ControlMessage } from "@wayfinder/protocol";
import { errorMessage, type ClosingWords } from "../realtime/error-message.ts";
import { CLOSE_TIMEOUT_MS, HEARTBEAT_MS, STALL_MS, type PumpWatcher } from "../realtime/pump.ts";
import type { Resume } from "../realtime/resume.ts";
import { ACK_EVERY, Window, WINDOW_EVENTS } from "../realtime/window.ts";

/** Events read from the table at once. */
const PAGE = 500;

export interface EventStreamOptions extends Resume {
  /** The name under which its reader acknowledges (SD9). */
  readonly id: string;
  readonly store: Pick<Store, "readEvents" | "onWakeUp">;
  readonly task: TaskRecord;
  readonly response: Pick<ServerResponse, "write" | "end" | "destroy" | "on" | "writableLength">;
  readonly watcher: PumpWatcher;
  readonly now: () => number;
}

/**
 * A task's channel over server-sent events, where WebSocket is blocked (CL8): the same messages in the same order, and the same limits.
 *
 * Logged events have the id `epoch:seq`, which a client that comes back sends as Last-Event-ID. It holds a page of the log at most:
 * a reader that does not read is waited for, and given up after 30 s (SD5).
 */
export class EventStream {
  readonly #o: EventStreamOptions;
  readonly #window = new Window();
  #cursor: number;
  #head: number;
  #over = false;
  #endedAt = Number.POSITIVE_INFINITY;
  #wroteAt: number;
  #progressAt: number;
  #bufferedBefore = 0;
  #look = false;
  #waited = false;
  #change = Promise.withResolvers<void>();

  constructor(options: EventStreamOptions) {
    this.#o = options;
    this.#cursor = options.from;
    this.#head = options.task.head;
    this.#wroteAt = this.#progressAt = options.now();
  }

  get id(): string {
    return this.#o.id;
  }

  get task_id(): string {
    return this.#o.task.task_id;
  }

  get user_id(): string {
    return this.#o.task.user_id;
  }

  /** The reader has delivered everything up to `seq`; from the first time on the window holds (SD4). */
  ack(seq: number): void {
    if (seq >= this.#cursor) return this.beginClose(CLOSE.bad_message, { reason: `ack of ${seq}, which was not sent` });
    if (this.#window.ack(seq)) this.#progressAt = this.#o.now();
    this.#wake();
  }

  /** Says why and ends; a second call changes nothing. */
  beginClose(code: CloseCode, words: ClosingWords = {}): void {
    if (this.#over) return;
    this.#say(errorMessage(this.task_id, code, words));
    this.#end();
  }

  /** Called a few times a second: heartbeat, stall and the end of a reader that does not take its end. */
  tick(): void {
    const now = this.#o.now();
    if (now - this.#endedAt >= CLOSE_TIMEOUT_MS) this.#o.response.destroy();
    if (this.#over) return;
    if (this.#stalled(now)) return this.beginClose(CLOSE.slow_reader);
    if (now - this.#wroteAt < HEARTBEAT_MS || this.#o.response.writableLength > 0) return;
    this.#o.watcher.heartbeat();
    this.#say({ type: "heartbeat", task_id: this.task_id, head: Math.max(this.#head, this.#cursor - 1) });
    this.#look = true; // for wake-ups that were lost
    this.#wake();
  }

  /** Tells everything from its place on; resolves when it has ended or the reader has gone. */
  async run(): Promise<void> {
    const { store, task, response, from, resume, id } = this.#o;
    const { task_id, epoch, head, status } = task;
    // first of all, so that nothing falls between a read and the wait for what comes after it (law 3)
    const stop = store.onWakeUp((wakeUp) => {
      if (wakeUp.kind !== "task" || wakeUp.task_id !== task_id) return;
      this.#head = Math.max(this.#head, wakeUp.head);
      this.#wake();
    });
    response.on("drain", this.#wake);
    response.on("close", this.#gone);
    try {
      const limits = { heartbeat_ms: HEARTBEAT_MS, ack_every: ACK_EVERY, window: WINDOW_EVENTS, stream: id };
      this.#say({ type: "connected", task_id, protocol: SUBPROTOCOL, epoch, head, from, status, resume, ...limits });
      await this.#tell();
    } finally {
      stop();
      this.#end();
    }
  }

  async #tell(): Promise<void> {
    const { store, task, watcher } = this.#o;
    const { task_id } = task;
    for (let live_at: string | null = null; !this.#over;) {
      this.#look = this.#waited = false;
      const events = await store.readEvents({ task_id, after: this.#cursor - 1, limit: PAGE });
      for (const event of events) await this.#send(event);
      const newest = events.at(-1);
      const isPrompt = !this.#waited && live_at !== null && newest !== undefined && newest.at > live_at;
      if (newest && this.#cursor > newest.seq) watcher.delivered(events.length, isPrompt ? newest.at : null);
      if (events.length === PAGE || this.#over) continue;
      if (events.length === 0 && this.#cursor <= this.#head) return this.beginClose(CLOSE.gone);
      if (live_at === null) this.#say({ type: "live", task_id, head: this.#cursor - 1 });
      live_at ??= watcher.time();
      if (isFinal(task.status) && this.#cursor > this.#head) return;
      while (!this.#over && !this.#look && this.#cursor > this.#head) await this.#change.promise;
    }
  }

  async #send(event: StoredEvent): Promise<void> {
    const { task, response } = this.#o;
    while (!this.#over && this.#window.room(this.#cursor, response.writableLength).count === 0) {
      this.#waited = true;
      await this.#change.promise;
    }
    if (this.#over) return;
    const text = `id: ${task.epoch}:${event.seq}\ndata: ${wireText(task.task_id, event)}\n\n`;
    this.#window.sent(event.seq, Buffer.byteLength(text));
    this.#cursor = event.seq + 1;
    this.#write(text);
    if (isFinalEvent(JSON.parse(event.body) as { type: string })) this.#end();
  }

  #stalled(now: number): boolean {
    const buffered = this.#o.response.writableLength;
    if (buffered < this.#bufferedBefore) this.#progressAt = now;
    this.#bufferedBefore = buffered;
    const outstanding = buffered > 0 || (this.#cursor <= this.#head && this.#window.room(this.#cursor, 0).count === 0);
    if (!outstanding) this.#progressAt = now;
    return now - this.#progressAt >= STALL_MS;
  }

  #say(message: ControlMessage): void {
    this.#write(`data: ${JSON.stringify(message)}\n\n`);
  }

  #write(text: string): void {
    if (this.#over) return;
    this.#wroteAt = this.#o.now();
    this.#o.response.write(text);
  }

  #end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#endedAt = this.#o.now();
    this.#o.response.end();
    this.#wake();
  }

  #gone = (): void => {
    this.#over = true;
    this.#wake();
  };

  #wake = (): void => {
    this.#change.resolve();
    this.#change = Promise.withResolvers();
  };
}
