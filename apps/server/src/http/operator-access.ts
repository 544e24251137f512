import { createHash, timingSafeEqual } from "node:crypto";
import { ProblemError, type OperationsAccess } from "@wayfinder/protocol";
import type { FastifyReply, FastifyRequest } from "fastify";
import { isOnlyHere, type Config } from "../config.ts";
import type { HttpContext } from "./context.ts";
import { requireUser } from "./session.ts";

const BEARER = /^Bearer +(\S+) *$/i;

/** How an operator gets in: with the token, if there is one; else only where nobody but this machine's people can ask. */
export function operatorAccess(config: Config): OperationsAccess["access"] {
  if (config.operator_token !== undefined) return "token";
  return isOnlyHere(config) ? "open" : "closed";
}

/** Lets an operator in; throws `operator_token_needed`, `operations_closed` or `not_signed_in`. */
export async function requireOperator(context: HttpContext, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const access = operatorAccess(context.config);
  if (access === "closed")
    throw new ProblemError(
      "operations_closed",
      "Others can reach this server, so its figures are closed. Set OPERATOR_TOKEN (at least 16 characters) and send it as a bearer token.",
    );
  if (access === "open") return void (await requireUser(context, request));
  requireToken(context.config, request, reply);
}

/** Checks the operator's token where one is set; throws `operator_token_needed`. */
export function requireToken({ operator_token }: Config, request: FastifyRequest, reply: FastifyReply): void {
  if (operator_token === undefined) return;
  const [, given] = BEARER.exec(request.headers.authorization ?? "") ?? [];
  if (given !== undefined && isSame(given, operator_token)) return;
  void reply.header("www-authenticate", 'Bearer realm="operations"');
  throw new ProblemError("operator_token_needed", 'Send the server\'s OPERATOR_TOKEN in the header "Authorization: Bearer …".');
}

/** Takes the same time wherever two secrets differ, and whatever their lengths are. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
