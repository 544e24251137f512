import { CLOSE } from "@wayfinder/protocol";
import { clockOption } from "../clock-option.ts";
import { TicketOffice, type Dealing } from "../ticket-office.ts";
import { addOutcome, addViolations, noOutcome, type Outcome } from "../violations.ts";
import { FINAL, notes, pause, settle, watch, type FaultRun, type Watch } from "../watch-run.ts";

/** The server's ten minutes by ticket (HS9) are 20 s of ours, and its ten seconds for the first message (HS8) a third of one. */
const SPEED = 30;
const AUTH_MS = 600_000 / SPEED;
/** Everybody is watched past the end of the first ticket's time. */
const HOLD_MS = AUTH_MS * 1.15;
const STEP_MS = 250;
/** Of each sort: all together stay below what one person may have (SD7). */
const CLIENTS = 3;
/** A client so much slower than the server that its time is over before it renews, in times of our clock, … */
const SLOW_SPEED = 5;
/** … and that still waits when the server has waited enough for its first message. */
const LATE_MS = 1_200;
/** When there is no ticket to be had, as parts of a ticket's time: once between dials, once when it is to be renewed. */
const DROUGHTS = [
  [0.2, 0.35],
  [0.65, 0.78],
] as const;
/** From this part on one sort gets nothing but stale tickets. */
const BANNED_AT = 0.3;
/** Between two accidents of one client, in ms: long enough to live ten seconds of its own in between. */
const CALM_MS = 2_000;

/** What kinds of tickets there are for a client; `late` means the first one, and then that it asks too late. */
const SORTS = ["good", "cut off", "sometimes stale", "sometimes none", "stale for good", "late"] as const;
type Sort = (typeof SORTS)[number];

interface Guest extends Watch {
  readonly sort: Sort;
  /** Whether the next ticket is a stale one. */
  readonly luck: { stale: boolean };
  /** When the next accident may come, in ms of `performance`. */
  next_at: number;
}

/** Nobody has a cookie: tickets are renewed in place, run out, are refused, are late or not to be had, with cuts in between. */
export async function tickets(run: FaultRun): Promise<Outcome> {
  const outcome = noOutcome();
  const server = await run.world.startPeer({ BENCH: "0", NODE_OPTIONS: clockOption(SPEED) });
  const wrongs: string[] = [];
  for (let round = 0; round < run.scale; round++) addOutcome(outcome, await visit(run, server.port, wrongs));
  for (const { code } of [CLOSE.not_signed_in, CLOSE.too_slow_to_speak]) {
    const closed = (await server.metric(`wayfinder_socket_closes_total{code="${code}"}`)) ?? 0;
    if (closed === 0) wrongs.push(`nobody was closed with ${code}`);
  }
  for (const what of wrongs) run.say(what);
  outcome.violations.unexpected += wrongs.length;
  await server.end("SIGTERM");
  return outcome;
}

async function visit(run: FaultRun, port: number, wrongs: string[]): Promise<Outcome> {
  const { world, random } = run;
  const task_id = world.newTask();
  await world.append(task_id, notes(1, 1));
  const began = performance.now();
  const guests: Guest[] = [];
  for (const sort of SORTS) for (let i = 0; i < CLIENTS; i++) guests.push(await admit(run, { port, task_id, sort, began }));
  for (let at = 2; performance.now() - began < HOLD_MS; at += 2) {
    await world.append(task_id, notes(at, 2));
    for (const guest of guests) happen(guest, CALM_MS * (1 + random.next()));
    await pause(STEP_MS);
  }
  await world.append(task_id, [FINAL]);
  const lasting = guests.filter(({ sort }) => sort !== "stale for good");
  const outcome = await settle(run, lasting);
  for (const guest of guests) {
    if (guest.sort === "stale for good") await dismiss(run, guest, { outcome, wrongs });
    const { renewals, codes } = guest.client;
    if (guest.sort === "good" && (renewals === 0 || codes.includes(CLOSE.not_signed_in.code)))
      wrongs.push(`renewed in place ${renewals} times, closed with ${codes.join()}`);
  }
  return outcome;
}

interface Arrival {
  readonly port: number;
  readonly task_id: string;
  readonly sort: Sort;
  /** When the first ticket's time begins, in ms of `performance`. */
  readonly began: number;
}

async function admit(run: FaultRun, { port, task_id, sort, began }: Arrival): Promise<Guest> {
  const luck = { stale: false };
  const deal = (nth: number): Dealing => {
    const part = (performance.now() - began) / AUTH_MS;
    if (sort === "late" && nth === 0) return { late_ms: LATE_MS };
    if (sort === "sometimes none" && DROUGHTS.some(([from, to]) => part > from && part < to)) return "none";
    const stale = luck.stale || (sort === "stale for good" && part > BANNED_AT);
    luck.stale = false;
    return stale ? "stale" : "good";
  };
  const { getTicket } = new TicketOffice({ world: run.world, port, task_id, deal });
  const one = await watch(run, { task_id, port, speed: sort === "late" ? SLOW_SPEED : SPEED, getTicket });
  return Object.assign(one, { sort, luck, next_at: began + CALM_MS * (1 + run.random.next()) });
}

/** An accident for a guest who lives well, and no other one within `calm_ms`. */
function happen(guest: Guest, calm_ms: number): void {
  const { sort, client, proxy, luck, next_at } = guest;
  if (sort === "good" || sort === "late" || client.state !== "live" || performance.now() < next_at) return;
  guest.next_at = performance.now() + calm_ms;
  luck.stale = sort === "sometimes stale";
  proxy.reset();
}

/** Who is refused, asks once more and is refused again has failed; what came before has to be right all the same. */
async function dismiss(
  { world, opened }: FaultRun,
  guest: Guest,
  { outcome, wrongs }: { outcome: Outcome; wrongs: string[] },
): Promise<void> {
  const { client, proxy, task_id } = guest;
  if (client.reason !== "not_signed_in") wrongs.push(`not refused for good: ${client.describe()}`);
  const found = await client.close(await world.endedLog(task_id));
  addViolations(outcome.violations, { ...found, incomplete: 0 });
  outcome.sessions += 1;
  outcome.delivered += client.delivered;
  outcome.faults += proxy.hits;
  await proxy.close();
  opened.delete(guest);
}
