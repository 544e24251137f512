import type { TransportName } from "./transport.ts";
import type { Turn } from "./turn.ts";

/** So many dials in a row that did not connect, although HTTP found the channel, prove a transport blocked (CL8). One may be bad luck. */
const PROOFS = 2;
/** So long a proof holds, in ms: then WebSocket is tried again, perhaps on another network. */
const PROOF_HOLDS_MS = 1_800_000;

const NEXT: Readonly<Record<TransportName, TransportName | null>> = { web_socket: "sse", sse: "long_poll", long_poll: null };
/** The channel is at its address, and yet a dial there did not connect: twice, and the next transport has its turn (CL8). */
export function noteBlocked(turn: Turn): void {
  const blocked = turn.state.blocked + 1;
  const next = NEXT[turn.state.transport];
  if (blocked < PROOFS || next === null) return turn.become({ blocked });
  turn.log(`[WS] ${turn.state.transport} is blocked here, going on over ${next}`);
  turn.become({ transport: next, blocked: 0, fell_at: turn.now });
}

/** Before a dial: a proof that has become old is forgotten. */
export function forgetOldProof(turn: Turn): void {
  const { fell_at, transport } = turn.state;
  const age = turn.now - fell_at;
  if (transport === "web_socket" || (age >= 0 && age < PROOF_HOLDS_MS)) return;
  turn.become({ transport: "web_socket", blocked: 0 });
}
