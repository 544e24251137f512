import type { Duplex } from "node:stream";
import { CLOSE, type CloseCode } from "@wayfinder/protocol";
import type { Pump } from "./pump.ts";

/** SD7. */
export const PER_USER = 20;
const PER_TASK = 1_000;
/** Clients told to come back after a restart are spread over this time (SD6). */
const SPREAD_MS = 5_000;

/** When a client of a stopping server should come back, in ms. */
export const spread = (random: () => number): number => Math.floor(random() * SPREAD_MS);

/** What stands for an open socket here: its pump, or what stands before that. */
export type Pumped = Pick<Pump, "tick" | "beginClose" | "isSlow">;

interface Entry {
  readonly pump: Pumped;
  readonly user_id: string;
  readonly task_id: string;
}

/** All open sockets of this process: limits, the clock that ticks them, and the drain. */
export class Sockets {
  /** Raw connections, from their upgrade request on: the HTTP server no longer knows them. */
  readonly #held = new Set<Duplex>();
  #draining = false;
  readonly #entries = new Set<Entry>();
  readonly #perUser = new Map<string, number>();
  readonly #perTask = new Map<string, number>();

  /** Watchers being served. */
  get size(): number {
    return this.#entries.size;
  }

  /** Watchers whose events wait for room now. */
  get slow(): number {
    let slow = 0;
    for (const { pump } of this.#entries) if (pump.isSlow) slow += 1;
    return slow;
  }

  /** Connections that are open in any state. */
  get held(): number {
    return this.#held.size;
  }

  /** Whether newcomers are told to come back later. */
  get draining(): boolean {
    return this.#draining;
  }

  /** Knows a raw connection until the returned function is called. */
  hold(socket: Duplex): () => void {
    this.#held.add(socket);
    return () => this.#held.delete(socket);
  }

  /** Cuts every connection that is left. */
  cut(): void {
    for (const socket of this.#held) socket.destroy();
  }

  /** Whether one more fits; else the limit it would pass. */
  refuses(user_id: string, task_id: string): string | null {
    if ((this.#perUser.get(user_id) ?? 0) >= PER_USER) return `more than ${PER_USER} connections of one person`;
    if ((this.#perTask.get(task_id) ?? 0) >= PER_TASK) return `more than ${PER_TASK} connections to one task`;
    return null;
  }

  /** Keeps a socket until the returned function is called. */
  add(entry: Entry): () => void {
    this.#entries.add(entry);
    count(this.#perUser, entry.user_id, 1);
    count(this.#perTask, entry.task_id, 1);
    return () => {
      if (!this.#entries.delete(entry)) return;
      count(this.#perUser, entry.user_id, -1);
      count(this.#perTask, entry.task_id, -1);
    };
  }

  tick(): void {
    for (const { pump } of this.#entries) pump.tick();
  }

  /** Closes all watchers of a task. */
  closeTask(task_id: string, code: CloseCode): void {
    for (const entry of this.#entries) if (entry.task_id === task_id) entry.pump.beginClose(code);
  }

  /** From now on newcomers are told to come back later. */
  drain(): void {
    this.#draining = true;
  }

  /** Tells every client to come back, each after a time of its own; flushes nothing, since the log has it (SD6). */
  sendBack(random: () => number): void {
    for (const { pump } of this.#entries) pump.beginClose(CLOSE.restart, { after_ms: spread(random) });
  }
}

function count(map: Map<string, number>, key: string, change: number): void {
  const next = (map.get(key) ?? 0) + change;
  if (next === 0) map.delete(key);
  else map.set(key, next);
}
