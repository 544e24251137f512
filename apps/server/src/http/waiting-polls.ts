import { PER_USER } from "../realtime/sockets.ts";

/** The long polls that wait in this process, and how many of them are whose: each keeps a connection and asks for the head once a second. */
export class WaitingPolls {
  readonly #perUser = new Map<string, number>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Whether a person has as many waiting as one may (SD7). */
  isFull(user_id: string): boolean {
    return (this.#perUser.get(user_id) ?? 0) >= PER_USER;
  }

  /** Counts one until the returned function is called, once. */
  enter(user_id: string): () => void {
    this.#count(user_id, 1);
    return () => this.#count(user_id, -1);
  }

  #count(user_id: string, change: number): void {
    this.#size += change;
    const next = (this.#perUser.get(user_id) ?? 0) + change;
    if (next === 0) this.#perUser.delete(user_id);
    else this.#perUser.set(user_id, next);
  }
}
