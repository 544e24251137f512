/** No more is written to a socket whose unsent bytes reach this; SD4. */
const BUFFER_FULL_BYTES = 256 * 1024;
/** Writing goes on when they have fallen to this; SD4. */
const BUFFER_LOW_BYTES = 64 * 1024;
/** Events and bytes a client that acknowledges may be behind; SD4, SD7. */
export const WINDOW_EVENTS = 512;
const WINDOW_BYTES = 512 * 1024;
/** A client is asked to acknowledge every so many events; SD7. */
export const ACK_EVERY = 64;

interface Sent {
  readonly seq: number;
  readonly bytes: number;
}

/** How much room a watcher has (SD4). Only the reader's acknowledgements bound memory: kernel buffers hide the rest. */
export class Window {
  #paused = false;
  #acking = false;
  #unacked: Sent[] = [];
  #unackedBytes = 0;

  /** Whether more may be written, with `buffered` bytes unsent on the socket. */
  hasRoom(buffered: number): boolean {
    if (this.#paused && buffered <= BUFFER_LOW_BYTES) this.#paused = false;
    else if (!this.#paused && buffered >= BUFFER_FULL_BYTES) this.#paused = true;
    if (this.#paused) return false;
    return !this.#acking || (this.#unacked.length < WINDOW_EVENTS && this.#unackedBytes < WINDOW_BYTES);
  }

  sent(seq: number, bytes: number): void {
    this.#unacked.push({ seq, bytes });
    this.#unackedBytes += bytes;
    // Until the first acknowledgement nothing is bounded by it, so only one window is remembered.
    if (!this.#acking && this.#unacked.length > WINDOW_EVENTS) this.#drop(1);
  }

  /** The client has delivered everything up to `seq`. */
  ack(seq: number): void {
    this.#acking = true;
    const kept = this.#unacked.findIndex((s) => s.seq > seq);
    this.#drop(kept < 0 ? this.#unacked.length : kept);
  }

  #drop(count: number): void {
    for (const s of this.#unacked.splice(0, count)) this.#unackedBytes -= s.bytes;
  }
}
