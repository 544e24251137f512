import type { TaskEvent } from "@wayfinder/protocol";
import type { ConnectionState } from "./connection-state.ts";

/** What tabs say to one another. The one that leads has the connection. */
export type TabMessage =
  /** A follower is here; answered with `beat`. `visible`: somebody looks at it. */
  | { readonly kind: "hello"; readonly visible: boolean }
  /** Somebody returned to a follower, or its network did. */
  | { readonly kind: "wake" }
  /** A person asks for a try, in a follower. */
  | { readonly kind: "retry" }
  /** How the leader's connection is, and how far it delivered. */
  | { readonly kind: "beat"; readonly connection: ConnectionState; readonly last: number; readonly epoch: string | null }
  /** An event that the leader delivered. */
  | { readonly kind: "event"; readonly epoch: string; readonly event: TaskEvent };

/** Reads what another tab said, or null: it may run an older or newer version of this file. */
export function readTabMessage(data: unknown): TabMessage | null {
  if (typeof data !== "object" || data === null) return null;
  const { kind, connection, event, last } = data as Record<string, unknown>;
  const isReadable =
    kind === "hello" ||
    kind === "wake" ||
    kind === "retry" ||
    (kind === "beat" && typeof connection === "object" && Number.isSafeInteger(last)) ||
    (kind === "event" && typeof event === "object" && event !== null && Number.isSafeInteger((event as TaskEvent).seq));
  return isReadable ? (data as TabMessage) : null;
}
