import { matchPath, SOCKET_ID } from "@wayfinder/protocol";

/** What the raw path of an upgrade request means (HS3). */
export type SocketPath =
  | { readonly kind: "task"; readonly task_id: string }
  | { readonly kind: "malformed_id" }
  | { readonly kind: "near_miss"; readonly task_id: string | null }
  | { readonly kind: "elsewhere" };

const NEAR_MISS = /^\/(?:api\/)?(?:v\d+\/)?(?:ws|websocket|socket)(?:\/([^/]*))?(?:\/.*)?$/i;
/** The right place with one segment for the id, whatever it holds. */
const RIGHT_PLACE = /^\/api\/v1\/ws\/[^/]+$/;

/**
 * Reads a raw request path: the text itself, since `new URL("//api/…")` takes `api` for a host.
 *
 * Doubled or trailing slashes, a missing id and other prefixes of `ws` are near misses: they are told the right path.
 */
export function readSocketPath(path: string): SocketPath {
  const params = matchPath("socket", path);
  if (!params && RIGHT_PLACE.test(path)) return { kind: "malformed_id" };
  if (params) return SOCKET_ID.test(params.task_id) ? { kind: "task", task_id: params.task_id } : { kind: "malformed_id" };
  const tidy = path.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
  const miss = NEAR_MISS.exec(tidy);
  if (!miss) return { kind: "elsewhere" };
  const id = miss[1] ?? "";
  return { kind: "near_miss", task_id: SOCKET_ID.test(id) ? id : null };
}
