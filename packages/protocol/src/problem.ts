import { z } from "zod";
import { FieldError } from "./field-error.ts";

interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

/** The errors the API answers, once for both sides: code, HTTP status and title. The `detail` says in English what happened and what to do; pages word the code themselves. */
export const PROBLEMS = {
  invalid_request: { status: 400, title: "The request is not valid" },
  not_signed_in: { status: 401, title: "Not signed in" },
  operator_token_needed: { status: 401, title: "The operator's token is needed" },
  operations_closed: { status: 403, title: "The figures are closed" },
  not_yours: { status: 403, title: "This belongs to somebody else" },
  origin_not_allowed: { status: 403, title: "This origin is not allowed" },
  route_not_found: { status: 404, title: "No such route" },
  task_not_found: { status: 404, title: "No such task" },
  stream_not_found: { status: 404, title: "No such stream" },
  roadmap_not_found: { status: 404, title: "No such roadmap" },
  concept_not_found: { status: 404, title: "No such concept" },
  change_not_found: { status: 404, title: "No such change" },
  content_version_not_found: { status: 404, title: "No such version" },
  quiz_item_not_found: { status: 404, title: "No such quiz item" },
  task_running: { status: 409, title: "The task is still running" },
  task_finished: { status: 409, title: "The task has finished" },
  task_superseded: { status: 409, title: "The task was started over" },
  nothing_to_retry: { status: 409, title: "There is nothing to retry" },
  not_waiting_for_review: { status: 409, title: "The task is not waiting for a review" },
  not_a_bench_task: { status: 409, title: "This task was not made by the benchmark" },
  not_proposed: { status: 409, title: "The change is not waiting for a decision" },
  not_undoable: { status: 409, title: "The change can no longer be undone" },
  version_conflict: { status: 409, title: "The version has changed" },
  being_written: { status: 409, title: "It is being written" },
  quiz_outdated: { status: 409, title: "The quiz has been written anew" },
  roadmap_busy: { status: 409, title: "A model is changing the roadmap" },
  task_gone: { status: 410, title: "The task is gone" },
  body_too_large: { status: 413, title: "The body is too large" },
  media_type_not_supported: { status: 415, title: "Only application/json is accepted" },
  host_not_known: { status: 421, title: "This host is not served here" },
  idempotency_key_reused: { status: 422, title: "The idempotency key was used with another body" },
  goal_not_covered: { status: 422, title: "The built-in catalogue does not cover this goal" },
  nothing_left_to_learn: { status: 422, title: "Everything of this goal is known already" },
  roadmap_too_large: { status: 422, title: "The roadmap would have too many concepts" },
  edit_not_sound: { status: 422, title: "The edit would break the roadmap" },
  model_key_missing: { status: 422, title: "A key is needed" },
  model_not_configured: { status: 422, title: "No model is configured" },
  upgrade_required: { status: 426, title: "This is a WebSocket address" },
  budget_spent: { status: 429, title: "The budget is spent" },
  too_many_requests: { status: 429, title: "Too many requests" },
  headers_too_large: { status: 431, title: "The headers are too large" },
  internal: { status: 500, title: "Something failed on the server" },
  not_ready: { status: 503, title: "The server is not ready" },
  overloaded: { status: 503, title: "The server has too much to do" },
} as const satisfies Record<string, ProblemKind>;
export type ProblemCode = keyof typeof PROBLEMS;

/** `application/problem+json` (RFC 9457) with our code and, for bad input, the fields. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  errors: z.array(FieldError).optional(),
  nearest: z.array(z.object({ id: z.string(), title: z.string() })).optional(),
  /** The edit breaks nothing, but once it is mended nothing of it is left; `errors` say what mended it. */
  no_effect: z.boolean().optional(),
  /** When another try is worth it, seconds. */
  retry_after_s: z.int().positive().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** An error of the catalogue, thrown anywhere and turned into a problem at the door. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly extra: Partial<Pick<Problem, "errors" | "nearest" | "no_effect" | "retry_after_s">> & Record<string, unknown>;
  /** `cause` stays here; the rest of the third argument goes into the answer. */
  constructor(code: ProblemCode, detail: string, { cause, ...extra }: ProblemError["extra"] & ErrorOptions = {}) {
    super(detail, { cause });
    this.name = "ProblemError";
    this.code = code;
    this.extra = extra;
  }
}

/** The body of an error answer. */
export function problemOf(error: ProblemError): Problem {
  const { status, title } = PROBLEMS[error.code];
  return { type: `urn:wayfinder:problem:${error.code}`, title, status, detail: error.message, code: error.code, ...error.extra };
}
