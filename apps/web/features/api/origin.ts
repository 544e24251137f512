import type { WebConfig } from "#web/config.ts";

/** How pages find the API; handed from the server to the client. */
export type ApiAddress = Pick<WebConfig, "apiPort" | "publicApiUrl">;

const LOOPBACK_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The origin of the API for a page opened under `hostname`: a loopback name keeps itself, any other takes the public address. */
export function apiOrigin(hostname: string, address: ApiAddress): string {
  return LOOPBACK_NAMES.has(hostname) ? `http://${hostname}:${address.apiPort}` : address.publicApiUrl;
}
