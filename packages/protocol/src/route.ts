import { ACK_ROUTE, EVENTS_ROUTE, SESSION_ROUTE, SOCKET_ROUTE, TASK_ROUTE } from "./channel-route.ts";

export { PROBE_HEADER } from "./channel-route.ts";

/** The routes of the API, once for both sides. A template's `{name}` holds one path segment. */
export const ROUTES = {
  session: SESSION_ROUTE,
  task: TASK_ROUTE,
  events: EVENTS_ROUTE,
  ack: ACK_ROUTE,
  socket: SOCKET_ROUTE,
  health: "/api/v1/health",
  ready: "/api/v1/ready",
  metrics: "/metrics",
  openapi: "/api/v1/openapi.json",
  operations: "/api/v1/operations",
  operations_access: "/api/v1/operations/access",
  generate: "/api/v1/roadmaps/generate",
  estimate: "/api/v1/roadmaps/estimate",
  roadmaps: "/api/v1/roadmaps",
  roadmap: "/api/v1/roadmaps/{roadmap_id}",
  concept: "/api/v1/roadmaps/{roadmap_id}/concepts/{concept_id}",
  answer: "/api/v1/roadmaps/{roadmap_id}/concepts/{concept_id}/quiz/{item_id}/answer",
  edits: "/api/v1/roadmaps/{roadmap_id}/edits",
  changes: "/api/v1/roadmaps/{roadmap_id}/changes",
  change_apply: "/api/v1/roadmaps/{roadmap_id}/changes/{change_id}/apply",
  change_reject: "/api/v1/roadmaps/{roadmap_id}/changes/{change_id}/reject",
  change_undo: "/api/v1/roadmaps/{roadmap_id}/changes/{change_id}/undo",
  regenerate: "/api/v1/roadmaps/{roadmap_id}/concepts/{concept_id}/{kind}/regenerate",
  content_versions: "/api/v1/roadmaps/{roadmap_id}/concepts/{concept_id}/{kind}/versions",
  content_restore: "/api/v1/roadmaps/{roadmap_id}/concepts/{concept_id}/{kind}/versions/{version}/restore",
  model_settings: "/api/v1/settings/model",
  model_test: "/api/v1/settings/model/test",
  model_access: "/api/v1/settings/model/access",
  topics: "/api/v1/topics",
  catalogue: "/api/v1/catalogue",
  catalogue_concept: "/api/v1/catalogue/concepts/{concept_id}",
  catalogue_answer: "/api/v1/catalogue/concepts/{concept_id}/quiz/{item_id}/answer",
  preview: "/api/v1/catalogue/preview",
  preview_concept: "/api/v1/catalogue/preview/{concept_id}",
  preview_answer: "/api/v1/catalogue/preview/{concept_id}/quiz/{item_id}/answer",
  preview_changes: "/api/v1/catalogue/changes",
  tasks: "/api/v1/tasks",
  cancel: "/api/v1/tasks/{task_id}/cancel",
  retry: "/api/v1/tasks/{task_id}/retry",
  pause: "/api/v1/tasks/{task_id}/pause",
  resume: "/api/v1/tasks/{task_id}/resume",
  correct: "/api/v1/tasks/{task_id}/correct",
  costs: "/api/v1/tasks/{task_id}/costs",
  review: "/api/v1/tasks/{task_id}/review",
  ticket: "/api/v1/tasks/{task_id}/ticket",
} as const;
export type RouteName = keyof typeof ROUTES;

type ParamNames<T extends string> = T extends `${string}{${infer P}}${infer Rest}` ? P | ParamNames<Rest> : never;
export type RouteParams<R extends RouteName> = Record<ParamNames<(typeof ROUTES)[R]>, string>;

/** The path of a route, each parameter percent-encoded into its segment. */
export function buildPath<R extends RouteName>(route: R, params: RouteParams<R>): string {
  return ROUTES[route].replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((params as Record<string, string>)[name] ?? ""),
  );
}

/** The parameters of a raw path (no query) under a route, or null; `matchPath(r, buildPath(r, p))` equals `p` (HS6). */
export function matchPath<R extends RouteName>(route: R, path: string): RouteParams<R> | null {
  const want = ROUTES[route].split("/");
  const got = path.split("/");
  if (want.length !== got.length) return null;
  const params: Record<string, string> = {};
  for (const [i, segment] of want.entries()) {
    const value = got[i] ?? "";
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name === undefined) {
      if (segment !== value) return null;
      continue;
    }
    if (value === "") return null;
    try {
      params[name] = decodeURIComponent(value);
    } catch {
      return null;
    }
  }
  return params as RouteParams<R>;
}

/** A route in the notation of Fastify: `/tasks/:task_id`. */
export const fastifyPath = (route: RouteName): string => ROUTES[route].replace(/\{(\w+)\}/g, ":$1");

/** Made 64 or fewer letters, digits, `-` or `_`; anything else at the socket's place is 4404 (HS3). */
export const SOCKET_ID = /^[A-Za-z0-9_-]{1,64}$/;
