import { lookup as dnsLookup, type LookupAddress } from "node:dns";
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { Readable } from "node:stream";
import { ModelError } from "@wayfinder/pipeline";
import { isPublicAddress } from "./public-address.ts";

/** What resolves names; Node's own by default. */
export type ResolveName = (
  host: string,
  options: { readonly all: true },
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A `fetch` for model providers over Node's own HTTP client, which takes a `lookup`: the address that is checked is the one that is
 * connected to, so a name that changes its mind between check and connection (DNS rebinding) gains nothing. Rejects with
 * ModelError `address_not_allowed`. Never follows redirects. Only POST of text bodies, as the provider packages send.
 */
export function createGuardedFetch(options: { readonly allow_private: boolean; readonly resolve?: ResolveName }): typeof fetch {
  const lookup = options.allow_private ? undefined : guardedLookup(options.resolve ?? dnsLookup);
  // Kept open between calls: a TLS handshake costs about 100 ms. Idle sockets do not keep the process alive.
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!options.allow_private) refuseLiteral(url);
    const secure = url.protocol === "https:";
    if (!secure && url.protocol !== "http:") throw notAllowed();
    const request_options: RequestOptions = {
      method: init.method ?? "GET",
      // Compressed streams would have to be taken apart here, and gain little.
      headers: { ...Object.fromEntries(new Headers(init.headers)), "accept-encoding": "identity" },
      signal: init.signal ?? undefined,
      lookup,
      agent: secure ? agents.https : agents.http,
    };
    const message = await send({ url, secure, options: request_options, body: bodyOf(init) });
    return toResponse(message);
  };
}

function bodyOf(init: RequestInit): string {
  if (typeof init.body === "string") return init.body;
  if (init.body === undefined || init.body === null) return "";
  throw new TypeError("The guarded fetch sends text only.");
}

function send(call: { url: URL; secure: boolean; options: RequestOptions; body: string }): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (call.secure ? httpsRequest : httpRequest)(call.url, call.options, resolve);
    request.on("error", reject);
    request.end(call.body);
  });
}

/** Statuses whose responses have no body; `Response` refuses one for them. */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

function toResponse(message: IncomingMessage): Response {
  const status = message.statusCode ?? 500;
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  // Node's and the DOM's declarations of a byte stream differ in name only.
  const body = Readable.toWeb(message) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>;
  if (BODILESS.has(status)) message.resume();
  return new Response(BODILESS.has(status) ? null : body, { status, headers });
}

/** Addresses written as numbers are never looked up, so they are checked here. */
function refuseLiteral(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw notAllowed();
}

function guardedLookup(resolve: ResolveName): LookupFunction {
  return (host, options, done) => {
    resolve(host, { all: true }, (error, addresses) => {
      if (error !== null) return done(error, "", 0);
      const wanted = addresses.filter(({ family }) => !options.family || family === options.family);
      const [first] = wanted;
      // One private address among public ones is enough: which of them is taken is not ours to say.
      if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) {
        return done(notAllowed(), "", 0);
      }
      if (options.all === true) return done(null, wanted);
      done(null, first.address, first.family);
    });
  };
}

function notAllowed(): ModelError {
  return new ModelError(
    "address_not_allowed",
    "The model's address is private. Private addresses are allowed only where Wayfinder itself listens on loopback (HOST).",
  );
}
