import { wireText, type StoredEvent } from "@wayfinder/engine";
import { headerSize, writeHeader } from "./frame.ts";

/** Frames are gathered into blocks of this size: one write can carry hundreds, and one buffer costs less than many (SD2). */
const BLOCK_BYTES = 128 * 1024;
/** A block begins small and doubles, so that many short logs stay small. */
const FIRST_BYTES = 512;

/** A run of frames that follow each other, cut out of a block without copying. */
export interface FrameSlice {
  readonly bytes: Buffer;
  readonly count: number;
  /** Highest number in it. */
  readonly last: number;
  /** Whether it ends the log. */
  readonly final: boolean;
  /** When its last event was appended, if that is the newest of the block; else null. */
  readonly newest_at: string | null;
}

/** Ready frames of consecutive events in one buffer; append-only, shared by all watchers. */
export class FrameBlock {
  readonly first: number;
  #bytes: Buffer;
  #used = 0;
  /** Where each frame ends. */
  readonly #ends: number[] = [];
  #final = false;
  #newestAt = "";
  /** The last slice up to the newest frame, which all who have kept up ask for alike. */
  #newest: { readonly cursor: number; readonly slice: FrameSlice } | null = null;

  constructor(first: number) {
    this.first = first;
    this.#bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  }

  /** Highest number in the block; `first - 1` when it is empty. */
  get last(): number {
    return this.first + this.#ends.length - 1;
  }

  /** Memory it takes, in bytes. */
  get size(): number {
    return this.#bytes.length;
  }

  /** Adds the next event's frame; false when it does not fit, which an empty block never says. */
  add(task_id: string, event: StoredEvent): boolean {
    const text = wireText(task_id, event);
    const length = Buffer.byteLength(text);
    const begin = this.#used + headerSize(length);
    if (begin + length > BLOCK_BYTES && this.#ends.length > 0) return false;
    if (begin + length > this.#bytes.length) this.#grow(begin + length);
    writeHeader(this.#bytes, this.#used, length);
    this.#bytes.write(text, begin, length);
    this.#used = begin + length;
    this.#ends.push(this.#used);
    this.#newest = null;
    this.#final = isFinalBody(event.body);
    this.#newestAt = event.at;
    return true;
  }

  /** Slices cut before keep the old buffer; what they hold does not change. */
  #grow(needed: number): void {
    const bytes = Buffer.allocUnsafeSlow(Math.max(needed, Math.min(this.#bytes.length * 2, BLOCK_BYTES)));
    this.#bytes.copy(bytes, 0, 0, this.#used);
    this.#bytes = bytes;
  }

  /** Frames from number `cursor` on, at least one and then while they fit into `bytes` and `count`. The cursor lies in the block. */
  slice(cursor: number, bytes: number, count: number): FrameSlice {
    const newest = this.#newest;
    if (newest?.cursor === cursor && newest.slice.bytes.length <= bytes && newest.slice.count <= count) return newest.slice;
    const slice = this.#cut(cursor, bytes, count);
    if (slice.last === this.last) this.#newest = { cursor, slice };
    return slice;
  }

  #cut(cursor: number, bytes: number, count: number): FrameSlice {
    const at = cursor - this.first;
    const from = at === 0 ? 0 : this.#ends[at - 1]!;
    let end = at;
    const most = Math.min(this.#ends.length, at + count) - 1;
    while (end < most && this.#ends[end + 1]! - from <= bytes) end += 1;
    const last = this.first + end;
    return {
      bytes: this.#bytes.subarray(from, this.#ends[end]!),
      count: end - at + 1,
      last,
      final: this.#final && last === this.last,
      newest_at: last === this.last ? this.#newestAt : null,
    };
  }
}

/** Bodies are ours, so the cheap test is right except where a text quotes it; then the JSON decides. */
const isFinalBody = (body: string): boolean =>
  body.includes('"final":true') && (JSON.parse(body) as { final?: boolean }).final === true;

/** The events of a task as blocks, in order. */
export function blocksOf(task_id: string, events: readonly StoredEvent[]): FrameBlock[] {
  const blocks: FrameBlock[] = [];
  for (const event of events) if (!blocks.at(-1)?.add(task_id, event)) blocks.push(blockOf(task_id, event));
  return blocks;
}

function blockOf(task_id: string, event: StoredEvent): FrameBlock {
  const block = new FrameBlock(event.seq);
  block.add(task_id, event);
  return block;
}
