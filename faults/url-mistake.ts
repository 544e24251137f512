import type { FailureReason } from "@wayfinder/client";

/** Where the mistake is made. */
export interface MistakePlace {
  /** `127.0.0.1:8000`, before which a proxy stands. */
  readonly host: string;
  readonly task_id: string;
  /** A task of somebody else. */
  readonly theirs: string;
  /** A task that its owner removed (LG10). */
  readonly removed: string;
}

/** An answer of a server that knows nothing of the channel. */
export interface ForeignAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether a page may read it: without CORS headers it may not. */
  readonly readable: boolean;
}

/** A way to be wrong about the socket's address, and how that has to end. */
export type UrlMistake = {
  readonly what: string;
  readonly ends: FailureReason;
} & (
  | { readonly kind: "path"; readonly path: (place: MistakePlace) => string }
  | { readonly kind: "server"; readonly answer: ForeignAnswer }
  /** No address at all: nobody can be asked, before or after. */
  | { readonly kind: "address"; readonly address: (place: MistakePlace) => string }
);

const path = (what: string, at: (place: MistakePlace) => string, ends: FailureReason = "wrong_url"): UrlMistake => ({
  what,
  ends,
  kind: "path",
  path: at,
});
const server = (what: string, status: number, more: Partial<ForeignAnswer> = {}): UrlMistake => ({
  what,
  ends: "wrong_url",
  kind: "server",
  answer: { status, readable: true, ...more },
});
const address = (what: string, at: (place: MistakePlace) => string): UrlMistake => ({
  what,
  ends: "wrong_url",
  kind: "address",
  address: at,
});

const PATHS: readonly UrlMistake[] = [
  path("no /api/v1", ({ task_id }) => `/ws/${task_id}`),
  path("no version", ({ task_id }) => `/api/ws/${task_id}`),
  path("another version", ({ task_id }) => `/api/v2/ws/${task_id}`),
  path("/websocket for /ws", ({ task_id }) => `/api/v1/websocket/${task_id}`),
  path("no id", () => "/api/v1/ws/"),
  path("no id and no slash", () => "/api/v1/ws"),
  path("a slash at the end", ({ task_id }) => `/api/v1/ws/${task_id}/`),
  path("two slashes at the start", ({ task_id }) => `//api/v1/ws/${task_id}`),
  path("two slashes before the id", ({ task_id }) => `/api/v1/ws//${task_id}`),
  path("the prefix twice", ({ task_id }) => `/api/v1/api/v1/ws/${task_id}`),
  path("capital letters", ({ task_id }) => `/API/V1/WS/${task_id}`),
  path("the task's own page", ({ task_id }) => `/api/v1/tasks/${task_id}`),
  path("the root", () => "/"),
  path("an unknown id", () => "/api/v1/ws/nobody", "no_such_task"),
  path("a malformed id", () => "/api/v1/ws/%7Btask_id%7D", "no_such_task"),
  path("an id of 65 characters", () => `/api/v1/ws/${"x".repeat(65)}`, "no_such_task"),
  path("somebody else's task", ({ theirs }) => `/api/v1/ws/${theirs}`, "not_yours"),
  path("a removed task", ({ removed }) => `/api/v1/ws/${removed}`, "gone"),
  path("a place that is no number", ({ task_id }) => `/api/v1/ws/${task_id}?after=x`, "bad_message"),
];

const SERVERS: readonly UrlMistake[] = [
  server("a server of pages", 200),
  server("a server that knows nothing", 404),
  server("a server that forbids", 403),
  // not Basic: a browser asks the person for a password then, and the page waits for the person
  server("a proxy that wants a token", 401, { headers: { "www-authenticate": 'Bearer realm="elsewhere"' } }),
  server("a redirect", 302, { headers: { location: "/elsewhere" } }),
  server("a server without sockets", 400),
  server("a server no page may read", 404, { readable: false }),
];

const ADDRESSES: readonly UrlMistake[] = [
  address("http for ws", ({ host, task_id }) => `http://${host}/api/v1/ws/${task_id}`),
  address("no scheme", ({ host, task_id }) => `${host}/api/v1/ws/${task_id}`),
  address("a path only", ({ task_id }) => `/api/v1/ws/${task_id}`),
  address("nothing", () => ""),
];

/** The mistakes that CL6 is tried with: final within 3 dials, 4 probes and 15 s, in every client, at the first dial and after a good session. */
export const URL_MISTAKES: readonly UrlMistake[] = [...PATHS, ...SERVERS, ...ADDRESSES];

/** What one may cost until it is final (CL6). */
export const MISTAKE_BUDGET = { dials: 3, probes: 4, ms: 15_000 } as const;

/** When a mistake is made: at the first dial, or when the right address was live before. */
export const MOMENTS = ["before", "after"] as const;
export type Moment = (typeof MOMENTS)[number];

/**
 * Whether a mistake is final at that moment. An address that is none was never live. What a page may not read is, after a good session, no proof:
 * the error page of a proxy whose server restarts looks the same, so the page backs off within its budget instead (CL5).
 */
export function isFinalAt(mistake: UrlMistake, moment: Moment): boolean {
  return moment === "before" || mistake.kind === "path" || (mistake.kind === "server" && mistake.answer.readable);
}
