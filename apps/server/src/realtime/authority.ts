import { CLOSE } from "@wayfinder/protocol";
import type { Access } from "../http/access.ts";
import type { Pump } from "./pump.ts";

/** How long a ticket's word holds (HS9): a stolen connection ends, and a page asks for a ticket only now and then. */
export const AUTHORITY_MS = 600_000;

export interface AuthorityOptions {
  readonly pump: Pick<Pump, "control" | "beginClose" | "tick" | "isSlow">;
  readonly access: Pick<Access, "userOfTicket">;
  readonly task_id: string;
  readonly user_id: string;
  readonly auth_ms: number;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** The limited time of a watcher whom a ticket let in; a fresh ticket begins it anew (HS9). It stands before the pump's clock. */
export class Authority {
  readonly #o: AuthorityOptions;
  #until: number;
  #checking = false;

  constructor(options: AuthorityOptions) {
    this.#o = options;
    this.#until = options.now() + options.auth_ms;
  }

  get isSlow(): boolean {
    return this.#o.pump.isSlow;
  }

  beginClose: Pump["beginClose"] = (...close) => this.#o.pump.beginClose(...close);

  tick(): void {
    const { pump, now } = this.#o;
    if (now() >= this.#until) pump.beginClose(CLOSE.not_signed_in, { reason: "the ticket's time is over" });
    pump.tick();
  }

  /** Takes a fresh ticket. Of several at once the first is checked and the others are passed over: `authorized` tells which. */
  renew(ticket: string): void {
    if (this.#checking) return;
    this.#checking = true;
    this.#check(ticket)
      .catch((error: unknown) => {
        this.#o.onError(error);
        this.#o.pump.beginClose(CLOSE.internal);
      })
      .finally(() => (this.#checking = false));
  }

  async #check(ticket: string): Promise<void> {
    const { access, pump, task_id, user_id, auth_ms, now } = this.#o;
    if ((await access.userOfTicket(ticket, task_id)) !== user_id)
      return pump.beginClose(CLOSE.not_signed_in, { reason: "the ticket does not hold" });
    this.#until = now() + auth_ms;
    pump.control({ type: "authorized", task_id, auth_ms });
  }
}
