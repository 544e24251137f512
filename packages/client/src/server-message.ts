import type { ControlMessage, TaskEvent } from "@wayfinder/protocol";

/** A frame as the channel takes it. `unknown` is a control message of a newer server. */
export type Incoming =
  | { readonly kind: "event"; readonly event: TaskEvent }
  | { readonly kind: "control"; readonly message: ControlMessage }
  | { readonly kind: "unknown" };

type Fields = Record<string, unknown>;

const isCount = (x: unknown): boolean => Number.isSafeInteger(x) && (x as number) >= 0;
const isPositive = (x: unknown): boolean => isCount(x) && x !== 0;
const isText = (x: unknown): x is string => typeof x === "string";
const hasHead = (m: Fields): boolean => isCount(m["head"]);

/** The fields that the state machine relies on. Views get the rest as the server sent it: the schemas stay out of the page's bundle. */
const CONTROLS: Readonly<Record<ControlMessage["type"], (m: Fields) => boolean>> = {
  connected: (m) =>
    ["protocol", "epoch", "status"].every((k) => isText(m[k])) &&
    ["from", "heartbeat_ms", "ack_every"].every((k) => isPositive(m[k])) &&
    ["fresh", "ok", "reset"].includes(m["resume"] as string) &&
    (m["auth_ms"] === undefined || isPositive(m["auth_ms"])) &&
    hasHead(m),
  authorized: (m) => isPositive(m["auth_ms"]),
  live: hasHead,
  heartbeat: hasHead,
  pong: hasHead,
  status: hasHead,
  error: (m) =>
    Number.isInteger(m["code"]) &&
    (m["after_ms"] === undefined || isCount(m["after_ms"])) &&
    (m["path"] === undefined || isText(m["path"])),
};

/** One frame read, or null if it is no message of the protocol. Only logged events carry `seq` (MS), so `seq` makes an event, known type or not. */
export function readServerMessage(data: unknown): Incoming | null {
  const m = parse(data);
  // Numbers, texts and lists have no type, or none that is a text.
  if (!isText(m?.["type"]) || !isText(m?.["task_id"])) return null;
  const type = m["type"] as string;
  if ("seq" in m) return isPositive(m["seq"]) ? { kind: "event", event: m as unknown as TaskEvent } : null;
  if (!Object.hasOwn(CONTROLS, type)) return { kind: "unknown" };
  const isWellFormed = CONTROLS[type as ControlMessage["type"]];
  return isWellFormed(m) ? { kind: "control", message: m as unknown as ControlMessage } : null;
}

function parse(data: unknown): Fields | null {
  try {
    return JSON.parse(data as string) as Fields | null;
  } catch {
    return null; // Not JSON: counted by the caller.
  }
}
