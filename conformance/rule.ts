import type { World } from "./world.ts";

/** A rule of the protocol's SPEC.md as far as it can be seen from outside. */
export interface Rule {
  /** Its number there. */
  readonly number: string;
  readonly says: string;
  /** Whether it mostly waits for a server's clock: it is checked beside the others, from the beginning. */
  readonly waits?: boolean;
  /** Resolves with what was seen; rejects when it is not what the rule says. */
  check(world: World): Promise<string>;
}
