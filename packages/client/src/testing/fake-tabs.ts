import type { Clock } from "../environment.ts";
import type { Tabs } from "../tabs.ts";

/** One tab of a browser that a test makes up. */
export interface FakeTab extends Tabs {
  /** It ends: its lock is free, and nothing comes from it or reaches it. */
  kill(): void;
  /** It stands still and keeps its lock. */
  freeze(): void;
}

interface Waiting {
  readonly tab: object;
  readonly name: string;
  readonly held: () => void;
}

interface Member {
  readonly tab: object;
  readonly name: string;
  readonly hear: (message: unknown) => void;
}

/** A browser whose tabs share locks and broadcasts. A broadcast takes a millisecond, or for ever if `loses` says so. */
export class FakeBrowser {
  readonly #clock: Clock;
  readonly #loses: () => boolean;
  /** Who holds or awaits a lock, the holder first. */
  #queue: Waiting[] = [];
  #members: Member[] = [];
  readonly #gone = new Set<object>();
  readonly #frozen = new Set<object>();

  constructor(clock: Clock, loses: () => boolean = () => false) {
    this.#clock = clock;
    this.#loses = loses;
  }

  tab(): FakeTab {
    const tab = {};
    return {
      lock: (name, { held }) => this.#lock({ tab, name, held }),
      join: (name, hear) => {
        const member: Member = { tab, name, hear };
        this.#members.push(member);
        return {
          say: (message) => this.#say(member, message),
          leave: () => void (this.#members = this.#members.filter((other) => other !== member)),
        };
      },
      kill: () => {
        this.#gone.add(tab);
        this.#members = this.#members.filter((other) => other.tab !== tab);
        for (const waiting of this.#queue.filter((other) => other.tab === tab)) this.#leave(waiting);
      },
      freeze: () => void this.#frozen.add(tab),
    };
  }

  /** Locks held or awaited, and tabs that listen: 0 once everybody has left (CL9). */
  get leaks(): number {
    return this.#queue.length + this.#members.length;
  }

  #lock(waiting: Waiting): () => void {
    if (!this.#gone.has(waiting.tab)) this.#queue.push(waiting);
    if (this.#holder(waiting.name) === waiting) this.#grant(waiting);
    return () => this.#leave(waiting);
  }

  #holder(name: string): Waiting | undefined {
    return this.#queue.find((other) => other.name === name);
  }

  #leave(waiting: Waiting): void {
    const held = this.#holder(waiting.name) === waiting;
    this.#queue = this.#queue.filter((other) => other !== waiting);
    const next = this.#holder(waiting.name);
    if (held && next !== undefined) this.#grant(next);
  }

  #grant(waiting: Waiting): void {
    this.#clock.setTimer(() => {
      if (this.#queue.includes(waiting)) waiting.held();
    }, 1);
  }

  /** As a browser does, it copies what is said. */
  #say(from: Member, message: unknown): void {
    if (this.#gone.has(from.tab) || this.#frozen.has(from.tab)) return;
    const copy = structuredClone(message);
    for (const member of this.#members) {
      if (member === from || member.name !== from.name || this.#loses()) continue;
      this.#clock.setTimer(() => {
        if (this.#members.includes(member) && !this.#frozen.has(member.tab)) member.hear(copy);
      }, 1);
    }
  }
}
