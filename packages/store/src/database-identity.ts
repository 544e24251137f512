import { createHash } from "node:crypto";
import type pg from "pg";

/** Which history the database is in (LG4): a dump restored elsewhere has another system identifier, a failover or point-in-time restore another timeline. */
export class DatabaseIdentity {
  #value: string | null = null;
  readonly #onChange: () => void;

  /** `onChange` is called when it becomes another one, after the first. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** A short hash of it. Throws before the first look. */
  get value(): string {
    if (this.#value === null) throw new Error("The database has not been looked at yet.");
    return this.#value;
  }

  /** Looks over a connection that is new, before it is used: only then can there be another database behind it. */
  async look(client: Pick<pg.ClientBase, "query">): Promise<void> {
    const { rows } = await client.query<{ system: string; timeline: string }>(`
      select system_identifier::text as system, timeline_id::text as timeline
      from pg_control_system(), pg_control_checkpoint()`);
    const { system, timeline } = rows[0]!;
    const before = this.#value;
    this.#value = createHash("sha256").update(`${system} ${timeline}`).digest("base64url").slice(0, 8);
    if (before !== null && before !== this.#value) this.#onChange();
  }
}
