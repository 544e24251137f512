/** No more is written to a socket whose unsent bytes reach this; SD4. */
const BUFFER_FULL_BYTES = 256 * 1024;
/** Writing goes on when they have fallen to this; SD4. */
const BUFFER_LOW_BYTES = 64 * 1024;
/** Events and bytes a client that acknowledges may be behind; SD4, SD7. */
export const WINDOW_EVENTS = 512;
const WINDOW_BYTES = 512 * 1024;
/** A client is asked to acknowledge every so many events; SD7. */
export const ACK_EVERY = 64;

export interface Room {
  readonly bytes: number;
  readonly count: number;
}

const NO_ROOM: Room = { bytes: 0, count: 0 };

/** How much room a watcher has (SD4). Only the reader's acknowledgements bound memory: kernel buffers hide the rest. */
export class Window {
  #paused = false;
  /** Highest number acknowledged; null until the client acknowledges at all. */
  #acked: number | null = null;
  /** What was written, in runs: the highest number of each and its bytes. Kept only for a client that acknowledges. */
  #unacked: { last: number; bytes: number }[] = [];
  #unackedBytes = 0;

  /** What may be written from number `cursor` on, with `buffered` bytes unsent on the socket. */
  room(cursor: number, buffered: number): Room {
    if (this.#paused && buffered <= BUFFER_LOW_BYTES) this.#paused = false;
    else if (!this.#paused && buffered >= BUFFER_FULL_BYTES) this.#paused = true;
    if (this.#paused) return NO_ROOM;
    const bytes = BUFFER_FULL_BYTES - buffered;
    if (this.#acked === null) return { bytes, count: Number.POSITIVE_INFINITY };
    const count = WINDOW_EVENTS - (cursor - 1 - this.#acked);
    const left = WINDOW_BYTES - this.#unackedBytes;
    return count <= 0 || left <= 0 ? NO_ROOM : { bytes: Math.min(bytes, left), count };
  }

  sent(last: number, bytes: number): void {
    if (this.#acked === null) return;
    this.#unacked.push({ last, bytes });
    this.#unackedBytes += bytes;
  }

  /** The client has delivered everything up to `seq`; whether that is more than it had before. */
  ack(seq: number): boolean {
    const isMore = seq > (this.#acked ?? -1);
    this.#acked = Math.max(this.#acked ?? 0, seq);
    const kept = this.#unacked.findIndex((run) => run.last > seq);
    for (const run of this.#unacked.splice(0, kept < 0 ? this.#unacked.length : kept)) this.#unackedBytes -= run.bytes;
    return isMore;
  }
}
