/** Where a dial goes, and from where on the log is wanted. */
export interface DialTarget {
  /** `links.ws` as the server gave it. */
  readonly url: string;
  /** The last number delivered, … */
  readonly last: number;
  /** … if it is known: else the server decides where to begin. */
  readonly placed: boolean;
  readonly epoch: string | null;
  /** Whether the credentials come in band (HS8). */
  readonly ticketed?: boolean;
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
export function dialUrl({ url, last, placed, epoch, ticketed }: DialTarget): string {
  const target = socketUrl(url);
  if (target === null) return url;
  if (placed) target.searchParams.set("after", String(last));
  if (epoch !== null) target.searchParams.set("epoch", epoch);
  if (ticketed) target.searchParams.set("auth", "message");
  return target.href;
}

/** The same address over HTTP: the probe of HS2. */
export function probeUrl(dialled: string): string {
  return dialled.replace(/^ws/i, "http");
}

/** What may be printed and shown: no query, since a query can hold a ticket (HS4). */
export function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, "");
}
