import { SUBPROTOCOL, TICKET_SUBPROTOCOL } from "@wayfinder/protocol";

/** What a client offered and what it is answered (HS4, HS5). */
export interface Offer {
  /** The subprotocol to echo; null when none was offered. */
  readonly echo: string | null;
  /** Whether a version fits: none offered counts as v1, so that `new WebSocket(url)` works. */
  readonly fits: boolean;
  readonly ticket: string | null;
}

/** Reads `Sec-WebSocket-Protocol`. A ticket is never echoed; where no version fits, the first that is no ticket is, or Chromium shows a 1006. */
export function readOffer(header: string | undefined): Offer {
  const offered = (header ?? "")
    .split(",")
    .map((s) => s.trim())
    .filter((s) => s !== "");
  const ticket = offered.find((s) => s.startsWith(TICKET_SUBPROTOCOL))?.slice(TICKET_SUBPROTOCOL.length) ?? null;
  const versions = offered.filter((s) => !s.startsWith(TICKET_SUBPROTOCOL));
  if (versions.length === 0) return { echo: null, fits: true, ticket };
  const fits = versions.includes(SUBPROTOCOL);
  return { echo: fits ? SUBPROTOCOL : (versions[0] ?? null), fits, ticket };
}
