import { isOver } from "./connection-state.ts";
import type { Turn } from "./turn.ts";
import { lose } from "./watch.ts";

/** A ticket is renewed when this part of its time has gone, at the latest; … */
const RENEW_AT = 0.8;
/** … up to so much of it earlier, so that the watchers that one restart brought back do not all ask at once. */
const SPREAD = 0.1;
/** The pace of a renewal that found no ticket, in ms, until the server has had enough (HS9). */
const RENEW_AGAIN_MS = 10_000;

/** Asks for a ticket, where tickets let us in (HS8): for the first message of a connection, and again in time. */
export function askForTicket(turn: Turn): void {
  if (turn.state.ticketed) turn.emit({ type: "ticket" });
}

/** A ticket, or null: there was none to be had. */
export function onTicket(turn: Turn, { ticket }: { ticket: string | null }): void {
  const { line, name } = turn.state;
  if (line === null || isOver(name)) return;
  if (ticket !== null) turn.emit({ type: "send", message: { type: "auth", ticket } });
  else if (line.connected) turn.setTimer("renew", RENEW_AGAIN_MS);
  else lose(turn, "no ticket");
}

/** The server says for how long we are in, if not without limit. */
export function armRenewal(turn: Turn, auth_ms: number | undefined): void {
  if (auth_ms !== undefined) turn.setTimer("renew", auth_ms * (RENEW_AT - SPREAD * turn.random));
}
