import { createHash } from "node:crypto";
import { pause } from "./watch-run.ts";
import type { FaultWorld } from "./fault-world.ts";

/** What an asker gets: a good ticket, one that ran out on the way, none, or a good one after so many ms. */
export type Dealing = "good" | "stale" | "none" | { readonly late_ms: number };

interface OfficeOptions {
  readonly world: FaultWorld;
  /** The server process that is asked. */
  readonly port: number;
  readonly task_id: string;
  /** What the `nth` asker gets, from 0. */
  readonly deal: (nth: number) => Dealing;
}

/** What a page does for its client: asks the server for tickets of a task, with more or less luck. */
export class TicketOffice {
  readonly #o: OfficeOptions;
  asked = 0;

  constructor(options: OfficeOptions) {
    this.#o = options;
  }

  getTicket = async (signal: AbortSignal): Promise<string> => {
    const { world, deal } = this.#o;
    const dealing = deal(this.asked++);
    if (dealing === "none") throw new Error("nobody home");
    if (typeof dealing === "object") await pause(dealing.late_ms);
    const ticket = await this.#ask(signal);
    if (dealing === "stale")
      await world.sql((client) => client.query(EXPIRE, [createHash("sha256").update(ticket).digest("hex")]));
    return ticket;
  };

  async #ask(signal: AbortSignal): Promise<string> {
    const { world, port, task_id } = this.#o;
    const url = `http://127.0.0.1:${port}/api/v1/tasks/${task_id}/ticket`;
    const answer = await fetch(url, { method: "POST", headers: { cookie: world.cookie }, signal });
    if (answer.status !== 201) throw new Error(`No ticket: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { ticket: string }).ticket;
  }
}

/** A minute of the database's, at once. */
const EXPIRE = "update ticket set expires_at = now() - interval '1 ms' where ticket_hash = $1";
