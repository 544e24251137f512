import { ProblemError } from "@wayfinder/protocol";
import type { FastifyReply, FastifyRequest } from "fastify";
import { stringifySetCookie } from "cookie";
import { hashSecret, newSecret, SESSION_COOKIE } from "./access.ts";
import type { HttpContext } from "./context.ts";

/** 400 days, the longest browsers keep a cookie (API.md). */
const MAX_AGE_S = 34_560_000;

/** The asker's id, or 401. */
export async function requireUser({ access }: HttpContext, request: FastifyRequest): Promise<string> {
  const user_id = await access.userOf(request);
  if (user_id === null) throw new ProblemError("not_signed_in", "There is no session. POST /api/v1/session makes one.");
  return user_id;
}

/** The asker's id; without a session a guest is made and its cookie set (API.md). */
export async function ensureUser(context: HttpContext, request: FastifyRequest, reply: FastifyReply): Promise<string> {
  const known = await context.access.userOf(request);
  if (known !== null) return known;
  const secret = newSecret();
  const user_id = context.newId();
  await context.store.createGuest({ user_id, token_hash: hashSecret(secret) });
  const secure = context.config.public_web_url.startsWith("https:");
  const cookie = {
    name: SESSION_COOKIE,
    value: secret,
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    maxAge: MAX_AGE_S,
    secure,
  } as const;
  void reply.header("set-cookie", stringifySetCookie(cookie));
  return user_id;
}
