import type { ClientMessage } from "@wayfinder/protocol";
import type { Clock } from "../environment.ts";
import type { Transport, TransportHandlers } from "../transport.ts";

/**
 * One dialled connection, seen from the server: two queues.
 *
 * Unlike a well-behaved transport it keeps talking after the client hung up, as frames that were already on their way do.
 */
export class FakeConnection {
  readonly url: URL;
  readonly at: number;
  readonly sent: ClientMessage[] = [];
  readonly #handlers: TransportHandlers;
  /** Whether the client hung up. */
  hung_up = false;
  ended = false;

  constructor(url: string, at: number, handlers: TransportHandlers) {
    this.url = new URL(url);
    this.at = at;
    this.#handlers = handlers;
  }

  get isOpen(): boolean {
    return !this.hung_up && !this.ended;
  }

  open(): this {
    this.#handlers.opened();
    return this;
  }

  /** Sends an object as JSON, anything else as it is. */
  say(...messages: readonly unknown[]): this {
    for (const message of messages) {
      this.#handlers.message(typeof message === "object" && message !== null ? JSON.stringify(message) : message);
    }
    return this;
  }

  end(code: number): void {
    this.ended = true;
    this.#handlers.closed(code);
  }
}

/** A transport whose server is the test. */
export class FakeTransport implements Transport {
  readonly dials: FakeConnection[] = [];
  readonly #clock: Clock;
  readonly #onDial: (connection: FakeConnection) => void;
  readonly #onSend: (connection: FakeConnection, message: ClientMessage) => void;

  constructor(
    clock: Clock,
    on: {
      dial?: (connection: FakeConnection) => void;
      send?: (connection: FakeConnection, message: ClientMessage) => void;
    } = {},
  ) {
    this.#clock = clock;
    this.#onDial = on.dial ?? (() => {});
    this.#onSend = on.send ?? (() => {});
  }

  open({ url }: { url: string }, handlers: TransportHandlers) {
    const connection = new FakeConnection(url, this.#clock.now(), handlers);
    this.dials.push(connection);
    this.#onDial(connection);
    return {
      send: (text: string) => {
        const message = JSON.parse(text) as ClientMessage;
        connection.sent.push(message);
        this.#onSend(connection, message);
      },
      close: () => {
        connection.hung_up = true;
      },
    };
  }

  /** The newest connection. */
  get last(): FakeConnection {
    const connection = this.dials.at(-1);
    if (connection === undefined) throw new Error("Nothing was dialled");
    return connection;
  }

  get open_count(): number {
    return this.dials.filter((connection) => connection.isOpen).length;
  }
}
