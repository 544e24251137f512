import { problemOf, ProblemError, type ProblemCode } from "@wayfinder/protocol";
import type { FastifyReply } from "fastify";
import type { z } from "zod";
import { fieldErrors } from "./field-errors.ts";

/** Answers with problem+json (RFC 9457). */
export const sendProblem = (reply: FastifyReply, error: ProblemError): FastifyReply => {
  const problem = problemOf(error);
  return reply.code(problem.status).type("application/problem+json").send(problem);
};

/** Parses what came in; a failure is `invalid_request` with the fields named. */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = fieldErrors(parsed.error, value);
  const named = errors.map((e) => (e.path === "" ? e.message : `${e.path}: ${e.message}`)).join("; ");
  throw new ProblemError("invalid_request", `Not accepted: ${named}.`.slice(0, 1_000), { errors });
}

/** Failures that Fastify finds before a route runs, as ours. */
const FRAMEWORK: Readonly<Record<string, { code: ProblemCode; detail: string }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: "body_too_large", detail: "The body may hold at most 256 KiB." },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: "media_type_not_supported", detail: "Send the body as application/json." },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: "invalid_request", detail: "The body is empty; a JSON object is wanted." },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: "invalid_request", detail: "The body is not valid JSON." },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { code: "invalid_request", detail: "Content-Length does not match the body." },
};

/** Any error as one of the catalogue; what nobody expected becomes `internal` and says nothing of its inside (MS6). */
export function problemErrorOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  const known = FRAMEWORK[code ?? ""];
  if (known)
    return new ProblemError(known.code, known.detail, { errors: [{ path: "body", message: known.detail }], cause: error });
  if (error instanceof SyntaxError && statusCode === 400)
    return new ProblemError("invalid_request", "The body is not valid JSON.", {
      errors: [{ path: "body", message: "not JSON" }],
    });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new ProblemError("invalid_request", "The request could not be read.", { cause: error });
  return new ProblemError("internal", "Something failed on the server; its log says what. Trying again is safe.", {
    cause: error,
  });
}
