import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

/** What changes only with a new version of the server may be kept by a browser and by a proxy this long; then it asks whether it still holds. Seconds. */
const FRESH_S = 300;

/** A text that many ask for, with the name of its content. */
export interface NamedText {
  readonly text: string;
  readonly etag: string;
}

/** JSON with its ETag. */
export function namedText(value: unknown): NamedText {
  const text = JSON.stringify(value);
  return { text, etag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"` };
}

/** Answers with the text, or with 304 to who has it already. Anybody may keep it: it is the same for all. */
export function sendNamed(request: FastifyRequest, reply: FastifyReply, { text, etag }: NamedText): FastifyReply {
  void reply.headers({ etag, "cache-control": `public, max-age=${FRESH_S}` });
  const known = (request.headers["if-none-match"] ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (known.includes(etag) || known.includes("*")) return reply.code(304).send();
  return reply.type("application/json; charset=utf-8").serializer(String).send(text);
}
