import { buildPath } from "@wayfinder/protocol/route";

/** Where a dial goes and from where on the log is wanted. */
export interface DialTarget {
  /** `links.ws` as the server gave it. */
  readonly url: string;
  /** The last number delivered, or null when nothing is known and the server decides where to begin. */
  readonly after: number | null;
  readonly epoch: string | null;
}

/** The parsed address, or null unless it is an absolute `ws:` or `wss:` one. A fragment would make a WebSocket throw, so it is cut. */
export function socketUrl(url: string): URL | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== "ws:" && parsed.protocol !== "wss:") return null;
  parsed.hash = "";
  return parsed;
}

/** The address of the next dial: the server's link, and on every resume `after` and `epoch` (HS1). */
export function dialUrl({ url, after, epoch }: DialTarget): string {
  const target = socketUrl(url);
  if (target === null) return url;
  if (after !== null) target.searchParams.set("after", String(after));
  if (epoch !== null) target.searchParams.set("epoch", epoch);
  return target.href;
}

/** The same address over HTTP: the probe of HS2. */
export function probeUrl(dialled: string): string {
  return dialled.replace(/^ws/i, "http");
}

/** The log of the same task over HTTP (CL8), from the same place on. What stands before the path of the protocol is kept. */
export function logUrl(dialled: string, task_id: string): string {
  const target = new URL(probeUrl(dialled));
  const socket = buildPath("socket", { task_id });
  const prefix = target.pathname.endsWith(socket) ? target.pathname.slice(0, -socket.length) : "";
  target.pathname = prefix + buildPath("events", { task_id });
  const searchParams = new URLSearchParams(target.search);
  target.search = "";
  for (const name of ["after", "epoch"]) {
    const value = searchParams.get(name);
    if (value !== null) target.searchParams.set(name, value);
  }
  return target.href;
}

/** What may be printed and shown: no query, since a query can hold a ticket (HS4). */
export function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, "");
}
