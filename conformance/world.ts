import { Guest, type Task } from "./guest.ts";
import { listen, type Heard, type WatchOptions } from "./watcher.ts";

/** A task that has ended, and what a watcher heard who was there from the first moment. */
export interface Finished {
  readonly task: Task;
  readonly heard: Heard;
  /** The log's head at the end, as HTTP tells it. */
  readonly head: number;
  readonly status: string;
}

/** The server under examination and the people who visit it. Tasks that rules can share are made once. */
export class World {
  readonly base: string;
  readonly owner: Guest;
  /** An origin whose pages are let in. */
  readonly origin: string;
  #finished: Promise<Finished> | null = null;

  constructor(base: string, origin: string) {
    this.base = base;
    this.origin = origin;
    this.owner = new Guest(base);
  }

  /** The socket's address for a raw path. */
  at(path: string): string {
    return this.base.replace(/^http/, "ws") + path;
  }

  /** The channel's address for a task. */
  channel({ task_id }: Pick<Task, "task_id">, query = "?include_history=true"): string {
    return this.at(`/api/v1/ws/${task_id}${query}`);
  }

  finished(): Promise<Finished> {
    this.#finished ??= this.#finish();
    return this.#finished;
  }

  /** A new task that waits for its owner's review, and so stays open. */
  async waiting(): Promise<Task> {
    const task = await this.owner.generate(true);
    await this.owner.settled(task);
    return task;
  }

  /** The owner's cookie, as a watcher's options. */
  signedIn(): WatchOptions {
    return { cookie: this.owner.cookie };
  }

  /** Somebody without a session. */
  nobody(): Guest {
    return new Guest(this.base);
  }

  /** Somebody else, signed in. */
  async stranger(): Promise<Guest> {
    const stranger = new Guest(this.base);
    await stranger.post("/api/v1/session");
    return stranger;
  }

  cancel({ task_id }: Task) {
    return this.owner.post(`/api/v1/tasks/${task_id}/cancel`);
  }

  remove({ task_id }: Task, by: Guest = this.owner) {
    return by.remove(`/api/v1/tasks/${task_id}`);
  }

  async #finish(): Promise<Finished> {
    const task = await this.owner.generate(false);
    const heard = await listen(task.links.ws, this.signedIn());
    const { head, status } = await this.owner.settled(task);
    return { task, heard, head: Number(head), status: String(status) };
  }
}
