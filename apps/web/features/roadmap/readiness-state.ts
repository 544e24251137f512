import type { State } from "#web/ui/state-icon.tsx";
import type { Readiness } from "./roadmap-index.ts";

const STATES: Readonly<Record<Readiness, State>> = { next: "next", ready: "ready", locked: "locked", cut: "skipped" };

/** The mark of a concept that nobody has begun. */
export const stateOf = (readiness: Readiness): State => STATES[readiness];
