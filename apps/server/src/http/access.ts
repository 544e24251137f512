import { createHash, randomBytes } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { AccountStore } from "@wayfinder/engine";
import { parseCookie } from "cookie";
import type { Config } from "../config.ts";

/** Name of the session cookie (API.md). */
export const SESSION_COOKIE = "wayfinder_session";
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
/** 256 bits (API.md). */
const TOKEN_BYTES = 32;

/** A secret for a person; only its hash is stored. */
export const newSecret = (): string => randomBytes(TOKEN_BYTES).toString("base64url");
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Who may ask what: hosts, origins, sessions and tickets, the same for HTTP and for the socket. */
export interface Access {
  /** Whether the request names a host that is served here; else DNS rebinding would reach a loopback server. */
  knowsHost(headers: IncomingHttpHeaders): boolean;
  /** Whether the request has no Origin or an allowed one. */
  allowsOrigin(headers: IncomingHttpHeaders): boolean;
  userOf(request: Pick<IncomingMessage, "headers">): Promise<string | null>;
  userOfTicket(ticket: string, task_id: string): Promise<string | null>;
  /** The address of this API as the request's sender reaches it: under the same loopback name, else the public one. */
  baseUrl(headers: IncomingHttpHeaders): string;
}

/** A port may be empty (RFC 3986, 3.2.3). */
const hostname = (host: string): string => host.replace(/:\d*$/, "").toLowerCase();

/** Access by configuration and accounts. */
export function createAccess(config: Config, accounts: AccountStore): Access {
  const hosts = new Set([...LOOPBACK, hostname(new URL(config.public_api_url).host), config.host.toLowerCase()]);
  const origins = new Set(config.allowed_origins);
  const knowsHost = ({ host }: IncomingHttpHeaders) => host !== undefined && hosts.has(hostname(host));
  const allowsOrigin = ({ origin }: IncomingHttpHeaders) => origin === undefined || origins.has(origin);
  return {
    knowsHost,
    allowsOrigin,
    async userOf({ headers }) {
      const token = parseCookie(headers.cookie ?? "")[SESSION_COOKIE];
      if (token === undefined || token === "") return null;
      return (await accounts.findSession({ token_hash: hashSecret(token) }))?.user_id ?? null;
    },
    async userOfTicket(ticket, task_id) {
      return (await accounts.takeTicket({ ticket_hash: hashSecret(ticket), task_id }))?.user_id ?? null;
    },
    baseUrl({ host }) {
      if (host !== undefined && LOOPBACK.has(hostname(host))) return `http://${host.replace(/:$/, "")}`;
      return config.public_api_url;
    },
  };
}
