import { pathShape } from "./path-shape.ts";

/** Paths kept in memory and shown. */
const KEPT = 50;

/** A wrong path that clients dial: its shape, how often, and the last time. */
export interface WrongPath {
  readonly path: string;
  readonly count: number;
  readonly last_at: string;
}

/** The most frequent wrong paths, without what may tell of somebody; bounded, whatever is dialled. */
export class WrongPaths {
  readonly #kept = new Map<string, WrongPath>();
  readonly #now: () => Date;
  readonly #onWrong: () => void;

  constructor({ now, onWrong }: { now: () => Date; onWrong: () => void }) {
    this.#now = now;
    this.#onWrong = onWrong;
  }

  /** Counts one more dial of a raw path. */
  note(raw: string): void {
    this.#onWrong();
    const path = pathShape(raw);
    const count = (this.#kept.get(path)?.count ?? 0) + 1;
    if (count === 1 && this.#kept.size >= KEPT) this.#dropRarest();
    this.#kept.set(path, { path, count, last_at: this.#now().toISOString() });
  }

  /** The most frequent first; of equals the latest. */
  list(): WrongPath[] {
    return [...this.#kept.values()].sort((a, b) => b.count - a.count || b.last_at.localeCompare(a.last_at));
  }

  #dropRarest(): void {
    const rarest = this.list().at(-1);
    if (rarest) this.#kept.delete(rarest.path);
  }
}
