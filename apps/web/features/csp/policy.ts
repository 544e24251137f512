import { apiOrigin, type ApiAddress } from "#web/features/api/origin.ts";

interface Visit {
  /** The Host header, port and all. */
  readonly host: string;
  /** Fresh for each answer. */
  readonly nonce: string;
  readonly address: ApiAddress;
  /** React's development build evaluates strings; the production build does not. */
  readonly development?: boolean;
}

/** The Content-Security-Policy of one answer: own scripts by nonce, own images, and connections only to the API over http and ws. */
export function contentSecurityPolicy({ host, nonce, address, development = false }: Visit): string {
  const directives = {
    "default-src": ["'self'"],
    "script-src": ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    "style-src": ["'self'", `'nonce-${nonce}'`],
    // Server-rendered style attributes (the trail's length, a slider's fill) carry numbers only.
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...connections(host, address)],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");
}

function connections(host: string, address: ApiAddress): string[] {
  const hostname = host.replace(/:\d+$/, "").toLowerCase();
  // A policy has no way to name an IPv6 host, so a page opened on [::1] may connect anywhere.
  if (hostname === "[::1]") return ["http:", "ws:"];
  const origins = new Set([apiOrigin(hostname, address), address.publicApiUrl]);
  return [...origins].flatMap((origin) => [origin, origin.replace(/^http/, "ws")]);
}
