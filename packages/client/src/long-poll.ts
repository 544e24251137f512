import type { ConnectedMessage, ControlMessage, TaskEvent } from "@wayfinder/protocol";
import { SUBPROTOCOL } from "@wayfinder/protocol/subprotocol";
import type { Clock, Fetch } from "./environment.ts";
import type { FetchedLine } from "./fetched-connection.ts";
import { readJson, readLogPage, type LogPage } from "./log-page.ts";

/** How long the server may keep a poll, in seconds: many proxies cut a silent request after 30. */
const WAIT_S = 25;
/** The longest silence of a healthy poll, in ms: the wait, and the time to get there and back. */
const HEARTBEAT_MS = 30_000;
/** Polls that keep up begin at least so many ms apart: what comes meanwhile comes together. */
const PACE_MS = 250;
/** The same after a poll that brought nothing new, in ms: a server or proxy that does not wait is not hammered. */
const EMPTY_PACE_MS = 1_000;
/** Acks have no way up, so none is asked for. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** What long polls need of the world. */
export interface LongPollOptions {
  readonly fetch: Fetch;
  readonly clock: Clock;
}

/**
 * One connection of long polls. It says what a socket's server would say: `connected` before the first page, `live` once a page reaches the
 * head, then a heartbeat for each empty poll. It asks for the task first, because a page does not tell whether the log has ended.
 */
export class LongPoll {
  readonly #options: LongPollOptions;
  readonly #url: URL;
  readonly #line: FetchedLine;
  readonly #asked: { readonly after: number | null; readonly epoch: string | null };
  #after: number;
  #epoch: string | null;
  #live = false;

  /** `url` is the address of the log, with `after` and `epoch` where they are known. */
  constructor(options: LongPollOptions, url: string, line: FetchedLine) {
    this.#options = options;
    this.#url = new URL(url);
    this.#line = line;
    const after = this.#url.searchParams.get("after");
    this.#epoch = this.#url.searchParams.get("epoch");
    this.#after = Number(after ?? 0);
    this.#asked = { after: after === null ? null : this.#after, epoch: this.#epoch };
  }

  /** Polls until the log has ended, or is no longer the one that it followed, or nobody listens. */
  async run(): Promise<void> {
    const { clock } = this.#options;
    const url = this.#url.href.replace(/\/events(\?.*)?$/, "");
    const { fetch } = this.#options;
    const task = (await readJson({ fetch, url, signal: this.#line.signal })) as unknown as ConnectedMessage;
    for (let first = true; ; first = false) {
      const begun = clock.now();
      const before = this.#after;
      const page = await this.#poll();
      if (first) this.#connect(task, page);
      else if (page.epoch !== this.#epoch || page.head < before) return; // The next connection is reset.
      this.#take(task.task_id, page);
      if (isFinal(page.events.at(-1))) return;
      const isBehind = this.#after > before && this.#after < page.head;
      if (!isBehind) await this.#pause(begun + (this.#after > before ? PACE_MS : EMPTY_PACE_MS) - clock.now());
    }
  }

  #connect({ task_id, status }: ConnectedMessage, { epoch, head }: LogPage): void {
    const asked = this.#asked;
    const isOther = (asked.epoch !== null && asked.epoch !== epoch) || (asked.after ?? 0) > head;
    if (isOther) this.#after = 0;
    this.#epoch = epoch;
    const resume = isOther ? "reset" : asked.after === null ? "fresh" : "ok";
    const limits = { heartbeat_ms: HEARTBEAT_MS, ack_every: NEVER, window: NEVER };
    const from = this.#after + 1;
    this.#line.opened();
    this.#say({ type: "connected", task_id, protocol: SUBPROTOCOL, epoch, head, from, status, resume, ...limits });
  }

  /** Tells a page: its events, then that the head is reached or that all is quiet. */
  #take(task_id: string, { events, head }: LogPage): void {
    for (const event of events) this.#say(event);
    this.#after = Math.max(this.#after, events.at(-1)?.seq ?? 0);
    if (this.#after < head) return;
    if (this.#live) this.#say({ type: "heartbeat", task_id, head });
    else this.#say({ type: "live", task_id, head });
    this.#live = true;
  }

  #say(message: ControlMessage | TaskEvent): void {
    this.#line.message(JSON.stringify(message));
  }

  async #poll(): Promise<LogPage> {
    const url = new URL(this.#url);
    url.searchParams.set("after", String(this.#after));
    if (this.#epoch !== null) url.searchParams.set("epoch", this.#epoch);
    if (this.#live) url.searchParams.set("wait", String(WAIT_S));
    return readLogPage({ fetch: this.#options.fetch, url: url.href, signal: this.#line.signal });
  }

  /** Waits, or fails as soon as the connection is closed. */
  #pause(ms: number): Promise<void> {
    const { clock } = this.#options;
    const { signal } = this.#line;
    return new Promise((resolve, reject) => {
      const timer = clock.setTimer(
        () => {
          signal.removeEventListener("abort", stop);
          resolve();
        },
        Math.max(0, ms),
      );
      const stop = (): void => {
        clock.clearTimer(timer);
        reject(new Error("Closed"));
      };
      signal.addEventListener("abort", stop, { once: true });
      if (signal.aborted) stop();
    });
  }
}

const isFinal = (event: TaskEvent | undefined): boolean => event !== undefined && "final" in event && event.final === true;
