import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";

/**
 * A network address as budgets count it: hashed, an IPv6 one by its /64, which is what one subscriber gets (RFC 6177).
 *
 * Behind a proxy it is the proxy's, unless the server trusts forwarded addresses; then Fastify's `ip` is the client's.
 */
export function addressHash({ ip }: Pick<FastifyRequest, "ip">): string {
  return createHash("sha256").update(networkOf(ip)).digest("base64url");
}

const GROUPS = 8;
/** Groups of 16 bits in a /64. */
const NETWORK_GROUPS = 4;

function networkOf(ip: string): string {
  const address = ip.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!address.includes(":")) return address;
  // "::" stands for as many groups of zeros as are missing
  const [head = "", tail = ""] = address.replace(/%.*$/, "").split("::");
  const [first, last] = [groupsOf(head), groupsOf(tail)];
  const zeros = Array.from({ length: Math.max(0, GROUPS - first.length - last.length) }, () => "0");
  return [...first, ...zeros, ...last].slice(0, NETWORK_GROUPS).join(":");
}

const groupsOf = (text: string): string[] => (text === "" ? [] : text.split(":"));
