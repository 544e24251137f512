import { WebSocket } from "ws";
import { within } from "./deadline.ts";
import { Unmet } from "./expectation.ts";
import type { Message } from "./message.ts";

/** All that one connection told until it was closed. */
export interface Heard {
  readonly messages: readonly Message[];
  /** The close code; 1006 also for a handshake that failed. */
  readonly code: number;
  /** The subprotocol that was echoed, or nothing. */
  readonly protocol: string;
  /** The extensions that were agreed on. */
  readonly extensions: string;
}

export interface WatchOptions {
  readonly cookie?: string;
  readonly origin?: string;
  readonly protocols?: string[];
}

/** One connection to the channel. */
export class Watcher {
  readonly #ws: WebSocket;
  readonly #messages: Message[] = [];
  readonly #lookers = new Set<() => void>();
  readonly #opened: Promise<void>;
  readonly #closed: Promise<Heard>;
  #over = false;

  constructor(url: string, { cookie, origin, protocols = [] }: WatchOptions = {}) {
    const headers = cookie === undefined ? {} : { cookie };
    this.#ws = new WebSocket(url, protocols, { headers, ...(origin === undefined ? {} : { origin }) });
    this.#ws.on("message", (data) => {
      this.#messages.push(JSON.parse(String(data)) as Message);
      this.#look();
    });
    this.#ws.on("error", () => {}); // `close` follows with 1006
    this.#opened = new Promise((resolve) => this.#ws.once("open", resolve));
    this.#closed = new Promise((resolve) => {
      this.#ws.on("close", (code) => {
        const { protocol, extensions } = this.#ws;
        resolve({ messages: this.#messages, code, protocol, extensions });
        this.#over = true;
        this.#look();
      });
    });
  }

  /** Resolves when the handshake is over. */
  opened(): Promise<void> {
    return within("the handshake", this.#opened);
  }

  /** Everything, once the server has closed. */
  heard(ms?: number): Promise<Heard> {
    return within("the server's close", this.#closed, ms).finally(() => this.#ws.terminate());
  }

  /** The first message that fits, come or to come within `ms`. */
  first(what: string, fits: (message: Message) => boolean, ms?: number): Promise<Message> {
    const { promise, resolve, reject } = Promise.withResolvers<Message>();
    const look = () => {
      const found = this.#messages.find(fits);
      if (found) resolve(found);
      else if (this.#over) reject(new Unmet(`closed before ${what}`));
    };
    this.#lookers.add(look);
    look();
    return within(what, promise, ms).finally(() => this.#lookers.delete(look));
  }

  firstOf = (type: string): Promise<Message> => this.first(`a message "${type}"`, (message) => message.type === type);

  say(text: string | Buffer): void {
    this.#ws.send(text);
  }

  /** Ends it from this side and waits until it is gone. */
  async leave(): Promise<void> {
    this.#ws.terminate();
    await this.#closed;
  }

  #look(): void {
    for (const look of this.#lookers) look();
  }
}

/** Listens until the server closes. */
export const listen = (url: string, options?: WatchOptions): Promise<Heard> => new Watcher(url, options).heard();
