import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";

/**
 * A network address as budgets count it: hashed, an IPv6 one by its /64, which is what one subscriber gets (RFC 6177).
 *
 * Behind a proxy it is the proxy's, unless the server trusts forwarded addresses; then Fastify's `ip` is the client's.
 */
export function addressHash({ ip }: Pick<FastifyRequest, "ip">): string {
  const network = ip.includes(":") && !ip.startsWith("::ffff:") ? ip.split(":").slice(0, 4).join(":") : ip;
  return createHash("sha256").update(network).digest("base64url");
}
