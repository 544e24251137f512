import { CLOSE } from "@wayfinder/protocol";
import type { WebSocket } from "ws";
import { readMessage } from "./client-message.ts";
import type { Pump } from "./pump.ts";
import type { Pumped } from "./sockets.ts";

/** So long a client may take for its first message (HS8): a ticket is at hand before it dials, and a slow network needs a second. */
const SAY_WITHIN_MS = 10_000;

export interface DoorstepOptions {
  readonly ws: WebSocket;
  readonly now: () => number;
  /** Says and does the close; nothing was sent before. */
  readonly close: Pump["beginClose"];
  /** A ticket was given; from here on the socket is the called one's. */
  readonly onTicket: (ticket: string) => void;
}

/** A socket that has yet to say who it is: nothing is sent to it, and its first message has to be `auth` (HS8). */
export class Doorstep implements Pumped {
  /** Nothing waits for it. */
  readonly isSlow = false;
  readonly #o: DoorstepOptions;
  readonly #until: number;
  #left = false;

  constructor(options: DoorstepOptions) {
    this.#o = options;
    this.#until = options.now() + SAY_WITHIN_MS;
    options.ws.on("message", this.#hear);
  }

  /** Closes it, unless it has been let in or sent away already. */
  beginClose: Pump["beginClose"] = (...close) => {
    if (this.leave()) this.#o.close(...close);
  };

  tick(): void {
    if (this.#o.now() >= this.#until) this.beginClose(CLOSE.too_slow_to_speak);
  }

  /** Ends the waiting; whether it had not ended before. */
  leave(): boolean {
    if (this.#left) return false;
    this.#left = true;
    this.#o.ws.off("message", this.#hear);
    return true;
  }

  #hear = (data: Buffer | ArrayBuffer | Buffer[], binary: boolean): void => {
    const message = binary ? null : readMessage(String(data));
    if (message?.type !== "auth") return this.beginClose(CLOSE.bad_message, { reason: "the first message has to be auth" });
    this.#o.ws.off("message", this.#hear);
    this.#o.onTicket(message.ticket);
  };
}
