import { CLOSE, type CloseCode, type ControlMessage } from "@wayfinder/protocol";
import type { WebSocket } from "ws";
import { errorMessage, type ClosingWords } from "./error-message.ts";
import { textFrame } from "./frame.ts";
import type { FrameBlock } from "./frame-block.ts";
import type { TaskTail } from "./task-tail.ts";
import type { Turn } from "./turn.ts";
import { Window } from "./window.ts";

/** `heartbeat` after this much silence (MS4), and a ping frame as often (SD7). */
export const HEARTBEAT_MS = 20_000;
/** A client can still speak after the final event for so long (CC 4000). */
const LINGER_MS = 1_000;
/** A peer that does not read is given this long to answer a close; then the connection is cut (CHANNEL, facts). */
export const CLOSE_TIMEOUT_MS = 1_000;
/** SD5. */
export const STALL_MS = 30_000;
const MISSED_PONGS = 2;

export interface Sink {
  readonly ws: WebSocket;
  /** False as soon as either side has begun to close. */
  isOpen(): boolean;
  /** Writes raw bytes; one call a turn (MS2). */
  write(chunks: readonly Buffer[]): void;
  /** Bytes not yet taken by the kernel. */
  buffered(): number;
}

/** Who counts what a pump does. */
export interface PumpWatcher {
  /** The time, ISO 8601 in UTC to the millisecond as that of events is. */
  time(): string;
  /** Events were handed to the socket. `newest_at`: when the newest was appended, if this watcher was live by then and had room. */
  delivered(count: number, newest_at: string | null): void;
  heartbeat(): void;
}

export interface PumpOptions {
  readonly sink: Sink;
  readonly task_id: string;
  readonly cursor: number;
  readonly tail: TaskTail;
  readonly turn: Turn;
  readonly now: () => number;
  readonly onSendAfterClose: () => void;
  readonly watcher?: PumpWatcher;
  readonly onError: (error: unknown) => void;
}

/**
 * The only code that sends or closes on a socket (SD1). Others set an intent.
 *
 * OPEN → CLOSING → CLOSED. It pulls from the log: no queue of its own, a cursor only (SD2).
 */
export class Pump {
  readonly window = new Window();
  readonly #o: PumpOptions;
  #state: "open" | "closing" | "closed" = "open";
  #cursor: number;
  #live = false;
  /** When it became live, to tell what was late from what this watcher came too late for. */
  #liveAt = "";
  /** Whether events had to wait for room since it was last up to date. */
  #waited = false;
  #paging = false;
  /** Messages without a number that wait for the end of the turn: one of each type, the latest. */
  #controls: Map<ControlMessage["type"], Buffer> | null = null;
  #finishedAt: number | null = null;
  #closingAt = 0;
  #closeCode: number | null = null;
  #wroteAt: number;
  #bufferedBefore = 0;
  #progressAt: number;
  #pingAt: number;
  #missed = 0;
  /** When the clock has something to do here again; 0 while more than silence is watched. Most sockets are silent most of the time. */
  #due = 0;

  constructor(options: PumpOptions) {
    this.#o = options;
    this.#cursor = options.cursor;
    this.#wroteAt = this.#progressAt = this.#pingAt = options.now();
  }

  get head(): number {
    return this.#o.tail.head;
  }

  /** Whether events wait for this reader, who has no room for them (SD4). */
  get isSlow(): boolean {
    if (this.#state !== "open" || this.#cursor > this.#o.tail.head) return false;
    return this.window.room(this.#cursor, this.#o.sink.buffered()).count === 0;
  }

  /** The code it closes with; null while nothing has made it close. */
  get closeCode(): number | null {
    return this.#closeCode;
  }

  /** There may be more to send; the end of this turn looks. */
  wake = (): void => {
    if (this.#state === "open") this.#o.turn(this.#flush);
  };

  /** Sends a message without a number after what has been sent, when there is room; of several of a type the latest (SD4). */
  control(message: ControlMessage): void {
    if (!this.#isOpen()) return;
    this.#controls ??= new Map();
    this.#controls.set(message.type, textFrame(JSON.stringify(message)));
    this.wake();
  }

  ack(seq: number): void {
    if (seq >= this.#cursor) return this.beginClose(CLOSE.bad_message, { reason: `ack of ${seq}, which was not sent` });
    if (this.window.ack(seq)) this.#progressAt = this.#o.now();
    this.wake();
  }

  /** The log has ended and lies behind the cursor: nothing more will come. */
  finish(): void {
    this.#finishedAt ??= this.#o.now();
    this.#watch();
  }

  pong(): void {
    this.#missed = 0;
  }

  /** Says why and closes; a second call changes nothing. */
  beginClose(code: CloseCode, words: ClosingWords = {}): void {
    if (!this.#isOpen()) return;
    const error = errorMessage(this.#o.task_id, code, words);
    const said = code.code === CLOSE.finished.code ? [] : [textFrame(JSON.stringify(error))];
    this.#write([...(this.#controls?.values() ?? []), ...said]);
    this.#state = "closing";
    this.#closeCode = code.code;
    this.#closingAt = this.#o.now();
    this.#o.sink.ws.close(code.code, (words.reason ?? code.reason).slice(0, 120));
  }

  /** The socket has closed. */
  ended(): void {
    this.#state = "closed";
  }

  /** Called a few times a second: heartbeat, ping, linger, stall and close timeouts. */
  tick(): void {
    const now = this.#o.now();
    const isOpen = this.#isOpen();
    if (this.#state === "closing" && now - this.#closingAt >= CLOSE_TIMEOUT_MS) this.#o.sink.ws.terminate();
    if (!isOpen || now < this.#due) return;
    if (this.#finishedAt !== null && now - this.#finishedAt >= LINGER_MS) return this.beginClose(CLOSE.finished);
    if (this.#stalled(now)) return this.beginClose(CLOSE.slow_reader);
    if (now - this.#wroteAt >= HEARTBEAT_MS) this.#heartbeat();
    if (now - this.#pingAt >= HEARTBEAT_MS) this.#ping(now);
    if (this.#cursor <= this.#o.tail.head || this.#controls) this.wake();
    else if (this.#bufferedBefore === 0 && this.#finishedAt === null)
      this.#due = Math.min(this.#wroteAt, this.#pingAt) + HEARTBEAT_MS;
  }

  /** From now on something is outstanding, or may be: the clock looks at every tick, and progress counts from here. */
  #watch(): void {
    if (this.#due === 0) return;
    this.#due = 0;
    this.#progressAt = this.#o.now();
  }

  #heartbeat(): void {
    this.#o.watcher?.heartbeat();
    this.control({ type: "heartbeat", task_id: this.#o.task_id, head: this.#o.tail.head });
  }

  #ping(now: number): void {
    if (this.#missed >= MISSED_PONGS) return this.#o.sink.ws.terminate();
    this.#missed += 1;
    this.#pingAt = now;
    this.#o.sink.ws.ping();
  }

  #stalled(now: number): boolean {
    const buffered = this.#o.sink.buffered();
    if (buffered < this.#bufferedBefore) this.#progressAt = now;
    this.#bufferedBefore = buffered;
    const outstanding = buffered > 0 || (this.#cursor <= this.#o.tail.head && this.window.room(this.#cursor, 0).count === 0);
    if (!outstanding) this.#progressAt = now;
    return now - this.#progressAt >= STALL_MS;
  }

  /** Whether anything may still be said: a peer's close, or a frame that nobody may send, ends a connection without us. */
  #isOpen(): boolean {
    if (this.#state === "open" && !this.#o.sink.isOpen()) {
      this.#state = "closing";
      this.#closingAt = this.#o.now();
    }
    return this.#state === "open";
  }

  #flush = (): void => {
    if (!this.#isOpen()) return;
    const { sink, tail, task_id } = this.#o;
    let pending = sink.buffered();
    const chunks = this.#takeControls(pending);
    let block = tail.block(this.#cursor);
    while (typeof block === "object") {
      const taken = this.#take(block, chunks, pending);
      if (taken === 0) break;
      pending += taken;
      block = tail.block(this.#cursor);
    }
    if (block === "behind") this.#readPage();
    if (!this.#live && this.#cursor > tail.head) {
      this.#live = true;
      this.#liveAt = this.#o.watcher?.time() ?? "";
      chunks.push(textFrame(JSON.stringify({ type: "live", task_id, head: tail.head } satisfies ControlMessage)));
    }
    this.#write(chunks);
  };

  #takeControls(buffered: number): Buffer[] {
    if (!this.#controls || (buffered > 0 && this.window.room(this.#cursor, buffered).bytes === 0)) return [];
    const chunks = [...this.#controls.values()];
    this.#controls = null;
    return chunks;
  }

  /** Takes frames out of a block while there is room; the bytes taken. */
  #take(block: FrameBlock, chunks: Buffer[], pending: number): number {
    const room = this.window.room(this.#cursor, pending);
    if (room.count === 0) {
      this.#waited = true;
      this.#watch();
      return 0;
    }
    const { bytes, count, last, final, newest_at } = block.slice(this.#cursor, room.bytes, room.count);
    chunks.push(bytes);
    this.window.sent(last, bytes.length);
    this.#cursor = last + 1;
    const isPrompt = this.#live && !this.#waited && newest_at !== null && newest_at > this.#liveAt;
    this.#o.watcher?.delivered(count, isPrompt ? newest_at : null);
    if (this.#cursor > this.#o.tail.head) this.#waited = false;
    if (final) this.finish();
    return bytes.length;
  }

  #readPage(): void {
    const { sink, tail, onError } = this.#o;
    if (this.#paging || this.window.room(this.#cursor, sink.buffered()).count === 0) return;
    this.#paging = true;
    tail
      .page(this.#cursor)
      .then((blocks) => this.#writePage(blocks))
      .catch((error: unknown) => {
        onError(error);
        this.beginClose(CLOSE.internal);
      })
      .finally(() => {
        this.#paging = false;
        this.wake();
      });
  }

  #writePage(blocks: readonly FrameBlock[]): void {
    if (!this.#isOpen()) return;
    // numbers up to the head were committed: where they are no more, the log has been removed (LG10)
    if (blocks.length === 0 && this.#cursor <= this.#o.tail.head) return this.beginClose(CLOSE.gone);
    const chunks: Buffer[] = [];
    let pending = this.#o.sink.buffered();
    for (const block of blocks) {
      for (let taken = 1; taken > 0 && this.#cursor <= block.last; pending += taken) taken = this.#take(block, chunks, pending);
    }
    this.#write(chunks);
  }

  #write(chunks: readonly Buffer[]): void {
    if (chunks.length === 0) return;
    if (this.#state !== "open" || !this.#o.sink.isOpen()) return this.#o.onSendAfterClose();
    this.#wroteAt = this.#o.now();
    this.#o.sink.write(chunks);
    if (this.#o.sink.buffered() > 0) this.#watch();
  }
}
