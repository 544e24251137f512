import { CLOSE, type CloseCode } from "@wayfinder/protocol";
import { PER_USER, spread } from "../realtime/sockets.ts";
import type { EventStream } from "./event-stream.ts";

/** All streams of server-sent events of this process: the clock that ticks them, acks by name, and the drain. */
export class Streams {
  readonly #streams = new Map<string, EventStream>();

  get size(): number {
    return this.#streams.size;
  }

  /** Keeps a stream until the returned function is called. */
  add(stream: EventStream): () => void {
    this.#streams.set(stream.id, stream);
    return () => this.#streams.delete(stream.id);
  }

  /** Whether a person reads as many streams as one may (SD7). */
  isFull(user_id: string): boolean {
    return [...this.#streams.values()].filter((stream) => stream.user_id === user_id).length >= PER_USER;
  }

  /** The stream of that name on that task; a name of another task's is none. */
  find(task_id: string, id: string): EventStream | null {
    const stream = this.#streams.get(id);
    return stream?.task_id === task_id ? stream : null;
  }

  tick(): void {
    for (const stream of this.#streams.values()) stream.tick();
  }

  /** Ends all streams of a task. */
  closeTask(task_id: string, code: CloseCode): void {
    for (const stream of this.#streams.values()) if (stream.task_id === task_id) stream.beginClose(code);
  }

  /** Tells every reader to come back, each after a time of its own (SD6). */
  sendBack(random: () => number): void {
    for (const stream of this.#streams.values()) stream.beginClose(CLOSE.restart, { after_ms: spread(random) });
  }
}
